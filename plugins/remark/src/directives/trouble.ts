import type { Problem, RuleId } from '@escapement/facts';
import type { BlockContent, PhrasingContent } from 'mdast';
import type { Directives } from 'mdast-util-directive';
import { didYouMean } from '../did-you-mean.ts';
import { directiveSchemas, type DirectiveName } from './schema.ts';
import type { TargetProblem } from './target.ts';

/** What takes the place of a directive. */
export type Content = (BlockContent | PhrasingContent)[];

/** What is wrong with a directive. */
export type Trouble = Pick<Problem, 'reason' | 'expected' | 'actual' | 'note'> & {
  rule: RuleId;
  /** The word of the directive that is to blame, as it stands there; by default the first that the reason names. */
  culprit?: string;
  /** Where it is, if that is known better than by a word. */
  place?: Pick<Problem, 'start' | 'end'>;
  /** What the reader sees in spite of it. */
  content?: Content;
};

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
  const colons = {
    textDirective: 'one colon',
    leafDirective: 'two colons',
    containerDirective: 'three colons',
  };
  return {
    rule: 'directive-attribute',
    reason: `Unexpected \`${name}\` with ${colons[type]}, expected ${shapeOf(name)}`,
  };
}

/** How a directive is written, in words. */
export function shapeOf(name: DirectiveName): string {
  return SHAPES[name] ?? `::${name}{of=…} on a line of its own`;
}

const SHAPES: Partial<Record<DirectiveName, string>> = {
  fact: ':fact[allocs/op]{of=…} inside a sentence',
  term: ':term[frame] inside a sentence',
  claim: ':::claim{#id of=… expect="…"} around a sentence, with ::: behind it',
};

/** Attributes that do not fit the schema; `written` are those that the author gave. */
export function attributeTrouble(
  name: DirectiveName,
  issues: Issue[],
  written: Record<string, string | null | undefined>,
): Trouble {
  const rule = 'directive-attribute';
  const known = Object.keys(directiveSchemas[name].shape);
  const [key] = issues.flatMap(({ keys }) => keys ?? []);
  if (key !== undefined) {
    const reason = `Unexpected attribute \`${key}\` of \`${name}\`${didYouMean(key, known)}`;
    return { rule, culprit: key, reason, expected: known };
  }
  const { path, message, values = [] } = issues[0]!;
  const attribute = String(path[0]);
  const value = written[attribute];
  if (typeof value !== 'string') {
    const how = attribute === 'id' ? '#id' : `${attribute}=…`;
    return {
      rule,
      culprit: '',
      reason: `Unexpected \`${name}\` without \`${attribute}\`, expected \`${how}\``,
    };
  }
  const near = didYouMean(value, values.map(String));
  return {
    rule,
    culprit: value === '' ? attribute : value,
    reason: `Unexpected value of \`${attribute}\` in \`${name}\`: ${message}${near}`,
  };
}

interface Issue {
  path: PropertyKey[];
  message: string;
  /** Set for attributes that the schema does not know. */
  keys?: string[];
  /** Set for a choice: what it is between. */
  values?: unknown[];
}
