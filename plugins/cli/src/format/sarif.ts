import { rules, type Report } from '@escapement/remark';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { FormatContext } from './formats.ts';

type Problem = Report['problems'][number];

/** SARIF 2.1.0 (OASIS), as code scanning reads it. Columns count UTF-16 units, as ours do. */
export function formatSarif({ problems, warnings }: Report, { docs }: FormatContext): string {
  const told = [...problems, ...warnings];
  const used = [...new Set(told.map(({ rule }) => rule))].toSorted();
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: { driver: { name: 'escapement', rules: used.map((id) => descriptor(id, docs)) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the project.' } } },
        results: told.map((problem) => result(problem, used)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function descriptor(id: Problem['rule'], docs: string): ReportingDescriptor {
  // `helpUri` must be an absolute address.
  const help = URL.canParse(docs) ? { helpUri: `${docs}#${id}` } : {};
  return { id, shortDescription: { text: rules[id] }, ...help };
}

function result(problem: Problem, used: Problem['rule'][]): Result {
  const { rule, level, path, start, end, reason, expected, note } = problem;
  const wanted = expected && `expected: ${expected.join(', ')}`;
  return {
    ruleId: rule,
    ruleIndex: used.indexOf(rule),
    level: level ?? 'error',
    message: { text: [reason, wanted, note].filter((line) => line !== undefined).join('\n') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(path), uriBaseId: 'SRCROOT' },
          region: {
            startLine: start.line,
            startColumn: start.column,
            ...(end && { endLine: end.line, endColumn: end.column }),
          },
        },
      },
    ],
  };
}
