import { summaryLine, type Report } from '@escapement/remark';

/**
 * Annotations of GitHub Actions, one a line, which its pages show at the changed lines ("Workflow commands
 * for GitHub Actions", `::error`), and the summary line.
 */
export function formatGithub({ problems, warnings, pages, examples, go }: Report): string {
  const lines = [...problems, ...warnings].map(
    ({ level, path, start, end, rule, reason, expected, note }) => {
      const properties = {
        file: path,
        line: start.line,
        col: start.column,
        // An annotation of several lines has no columns.
        ...(end && end.line === start.line && { endColumn: end.column }),
        title: rule,
      };
      const told = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
      const wanted = expected ? `expected: ${expected.join(', ')}` : undefined;
      const message = [reason, wanted, note].filter((line) => line !== undefined).join('\n');
      return `::${level ?? 'error'} ${told.join(',')}::${data(message)}`;
    },
  );
  return `${[...lines, summaryLine(pages.length, examples, problems.length, go)].join('\n')}\n`;
}

/** As `escapeData` of @actions/core. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** As `escapeProperty` of @actions/core. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
