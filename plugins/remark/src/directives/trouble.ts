import type { Problem, RuleId } from '@escapement/facts';
import type { BlockContent, PhrasingContent } from 'mdast';
import type { Directives } from 'mdast-util-directive';
import { didYouMean } from '../did-you-mean.ts';
import { directiveSchemas, type DirectiveName } from './schema.ts';
import type { TargetProblem } from './target.ts';

/** What takes the place of a directive. */
export type Content = (BlockContent | PhrasingContent)[];

/** What is wrong with a directive. */
export type Trouble = Pick<Problem, 'reason' | 'expected' | 'actual' | 'note'> & { rule: RuleId };

/** A name that the page does not have, or that does not fit. */
export function targetTrouble(problem: TargetProblem): Trouble {
  return { rule: 'directive-target', ...problem };
}

/** Timings that can't stand in one table. */
export function mixedTrouble(places: string[]): Trouble {
  return {
    rule: 'timings-mixed',
    reason: 'Unexpected comparison of timings that were not taken on one machine with one Go',
    note: `They were taken with:\n${places.join('\n')}\nTake them together, on a quiet machine: npx escapement measure`,
  };
}

/** A directive with the wrong number of colons. */
export function formTrouble(name: DirectiveName, { type }: Directives): Trouble {
  const shape = SHAPES[name] ?? `::${name}{of=…} on a line of its own`;
  const colons = {
    textDirective: 'one colon',
    leafDirective: 'two colons',
    containerDirective: 'three colons',
  };
  return {
    rule: 'directive-attribute',
    reason: `Unexpected \`${name}\` with ${colons[type]}, expected ${shape}`,
  };
}

const SHAPES: Partial<Record<DirectiveName, string>> = {
  fact: ':fact[allocs/op]{of=…} inside a sentence',
  term: ':term[frame] inside a sentence',
  claim: ':::claim{#id of=… expect="…"} around a sentence, with ::: behind it',
};

/** Attributes that do not fit the schema. */
export function attributeTrouble(name: DirectiveName, issues: Issue[]): Trouble {
  const known = Object.keys(directiveSchemas[name].shape);
  const [key] = issues.flatMap(({ keys }) => keys ?? []);
  const reason =
    key === undefined
      ? unfit(name, issues[0]!)
      : `Unexpected attribute \`${key}\` of \`${name}\`${didYouMean(key, known)}`;
  return { rule: 'directive-attribute', reason, expected: known };
}

function unfit(name: string, { path, message }: Issue): string {
  const attribute = String(path[0]);
  return message.endsWith('received undefined')
    ? `Unexpected \`${name}\` without \`${attribute}\`, expected \`${attribute}=…\``
    : `Unexpected value of \`${attribute}\` in \`${name}\`: ${message}`;
}

interface Issue {
  path: PropertyKey[];
  message: string;
  /** Set for attributes that the schema does not know. */
  keys?: string[];
}
