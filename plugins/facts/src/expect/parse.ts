import { splitConditions } from './split.ts';
import {
  deedWords,
  metrics,
  operators,
  stateWords,
  type Condition,
  type ExpectError,
  type Measure,
  type Metric,
  type Operator,
  type StateWord,
} from './types.ts';

/**
 * Reads what is asserted of an example: conditions joined by `and` or commas, all of which must hold.
 *
 * - `limit is heap`, `limit in newLimit is heap`, `&Session{} is not heap`, `p leaks`, `line does not grow`;
 * - `allocs/op == 0`, `frame(newLimit) <= 128`, `ns/op(Pool) < ns/op(New)`, `ns/op(A) <= 1.2x ns/op(B)` or, in
 *   short, `ns/op(A) <= 1.2x B`;
 * - `says "moved to heap"`, `prints "stack exceeds"`, `compiles`, each also with `does not` in front.
 *
 * `ID: limit is heap` asserts it of that example only. A subject or pattern with `and` or a comma in it stands in quotes.
 */
export function parseExpect(text: string): Condition[] | ExpectError {
  const parts = splitConditions(text);
  if (parts.length === 0) return { reason: 'Unexpected empty expectation', expected: FORMS };
  const conditions: Condition[] = [];
  for (const part of parts) {
    const condition = parseCondition(part);
    if ('reason' in condition) return condition;
    conditions.push(condition);
  }
  return conditions;
}

function parseCondition(whole: string): Condition | ExpectError {
  const [, example, text = whole] = /^([A-Za-z][\w-]*):\s+(.*)$/s.exec(whole) ?? [];
  const condition = parseNumber(text) ?? parseWords(text) ?? parseState(text);
  if (!condition) return { reason: `Unexpected expectation \`${text}\``, expected: FORMS };
  return example === undefined || 'reason' in condition ? condition : { ...condition, example };
}

const FORMS = [
  'NAME is heap',
  'NAME leaks',
  'allocs/op == 0',
  'says "regexp"',
  'prints "regexp"',
  'compiles',
];

const NAMES = Object.keys(metrics) as Metric[];
const MEASURE = String.raw`(${NAMES.join('|')})(?:\(([^()]*(?:\([^()]*\)[^()]*)*)\))?`;
const NUMBER = new RegExp(String.raw`^${MEASURE}\s*(${operators.join('|')})(?![=!<>~])\s*(.*)$`);
/** A comparison, whatever is compared and by whatever sign. */
const COMPARISON = /^([A-Za-z][\w/]*(?: [a-z]+)?)(?:\([^=!<>~]*\))?\s*([=!<>~]+)/;
const RIGHT = new RegExp(String.raw`^(?:([\d.]+)\s*[x×]\s*)?${MEASURE}$`);
/** `1.2x Slow`: so many times the same number of another. */
const TIMES = /^([\d.]+)\s*[x×]\s*([A-Za-z][\w/.=-]*)$/;

function parseNumber(text: string): Condition | ExpectError | undefined {
  const [, name, of, op, right = ''] = NUMBER.exec(text) ?? [];
  if (name === undefined) return unlike(text);
  const left = measure(name, of);
  const number = /^\d+(?:\.\d+)?(?=\s*(?:B|MiB)?$)/.exec(right);
  const base = { text, kind: 'number', left, op: op as Operator } as const;
  if (number) {
    if (left.metric !== 'ns/op') return { ...base, right: Number(number[0]), factor: 1 };
    const reason = `Unexpected number ${number[0]} for \`ns/op\`: times differ from machine to machine`;
    return { reason, expected: ['ns/op(A) < ns/op(B)', 'ns/op(A) <= 1.2x ns/op(B)', 'ns/op(A) ~ ns/op(B)'] };
  }
  const [, times, short] = RIGHT.test(right) ? [] : (TIMES.exec(right) ?? []);
  if (short !== undefined) return { ...base, right: measure(left.metric, short), factor: Number(times) };
  const [, factor, other, otherOf] = RIGHT.exec(right) ?? [];
  if (other === undefined || metrics[other as Metric].unit !== metrics[left.metric].unit)
    return {
      reason: `Unexpected \`${right}\` behind \`${op}\``,
      expected: ['a number', `${left.metric}(OTHER)`],
    };
  return { ...base, right: measure(other, otherOf), factor: factor === undefined ? 1 : Number(factor) };
}

/** A comparison of no number that there is, or by no sign that there is. */
function unlike(text: string): ExpectError | undefined {
  const [, name, sign] = COMPARISON.exec(text) ?? [];
  if (name === undefined) return undefined;
  if ((NAMES as string[]).includes(name))
    return {
      reason: `Unexpected sign \`${sign}\` behind \`${name}\``,
      expected: [...operators],
      name: sign!,
    };
  return { reason: `Unexpected number \`${name}\``, expected: NAMES };
}

function measure(metric: string, of: string | undefined): Measure {
  return { metric: metric as Metric, ...(of && { of: unquote(of.trim()) }) };
}

function parseWords(text: string): Condition | ExpectError | undefined {
  const [, verb, not, plain, rest = ''] =
    /^(?:(says|prints|compiles)|(does not) (say|print|compile))(?:\s+(.*))?$/s.exec(text) ?? [];
  const word = verb ?? (plain && `${plain}s`);
  if (word === undefined) return undefined;
  if (word === 'compiles' && rest === '') return { text, kind: 'compiles', not: not !== undefined };
  const pattern = unquote(rest);
  if (pattern === rest || word === 'compiles')
    return {
      reason: `Unexpected \`${rest}\` behind \`${word}\``,
      expected: [word === 'compiles' ? word : `${word} "regexp"`],
    };
  try {
    RegExp(pattern, 'u');
  } catch (error) {
    const why = (error as Error).message.replace(/^Invalid regular expression: .*: /s, '');
    return { reason: `Unexpected regular expression ${rest}: ${why}`, expected: [], name: pattern };
  }
  return { text, kind: word as 'says' | 'prints', not: not !== undefined, pattern };
}

function parseState(text: string): Condition | ExpectError | undefined {
  const deed = /^(.+?)\s+(?:(leaks|grows)|does not (leak|grow))$/s.exec(text);
  if (deed) {
    const word = (deed[2] ?? `${deed[3]}s`) as StateWord;
    return { text, kind: 'state', ...subjectOf(deed[1]!), not: deed[3] !== undefined, word };
  }
  const [, subject, not, word] = /^(.+?)\s+is(\s+not)?\s+(\S+)$/s.exec(text) ?? [];
  if (subject === undefined) return undefined;
  if (!(stateWords as readonly string[]).includes(word!))
    return { reason: `Unexpected word \`${word}\``, expected: [...stateWords, ...deedWords] };
  return { text, kind: 'state', ...subjectOf(subject), not: not !== undefined, word: word as StateWord };
}

/** `limit in newLimit` names the function besides. */
function subjectOf(text: string): { subject: string; func?: string } {
  const [, subject, func] = /^(.+?)\s+in\s+(\S+)$/s.exec(text) ?? [];
  return subject === undefined ? { subject: unquote(text) } : { subject: unquote(subject), func: func! };
}

function unquote(text: string): string {
  const [first] = text;
  const quoted = text.length > 1 && (first === '"' || first === "'" || first === '`') && text.endsWith(first);
  return quoted ? text.slice(1, -1) : text;
}
