/** What an expression, a variable or a call can be said to be. */
export const stateWords = ['heap', 'stack', 'static', 'bounded', 'inlined', 'unproven'] as const;

/** What it can be said to do. */
export const deedWords = ['leaks', 'grows'] as const;

/** One of `stateWords` or `deedWords`. */
export type StateWord = (typeof stateWords)[number] | (typeof deedWords)[number];

/** How a number is compared; `~` means that no difference can be told from noise. */
export const operators = ['==', '!=', '<=', '>=', '<', '>', '~'] as const;

/** One of `operators`. */
export type Operator = (typeof operators)[number];

/**
 * Numbers that can be compared, by name: what stands in the parentheses behind the name, the unit, and whether only a
 * run can tell it.
 * Only `ns/op` is noisy: it can be compared with that of another benchmark, never with a number.
 */
export const metrics = {
  'allocs/op': { of: 'benchmark', unit: 'count', measured: true },
  'B/op': { of: 'benchmark', unit: 'B', measured: true },
  'ns/op': { of: 'benchmark', unit: 'ns', measured: true },
  frame: { of: 'function', unit: 'B', measured: false },
  cost: { of: 'function', unit: 'count', measured: false },
  'heap sites': { of: 'example', unit: 'count', measured: false },
  'stack sites': { of: 'example', unit: 'count', measured: false },
  'escape rate': { of: 'example', unit: 'count', measured: false },
  'gc cycles': { of: 'example', unit: 'count', measured: true },
  'gc peak': { of: 'example', unit: 'MiB', measured: true },
  exit: { of: 'example', unit: 'count', measured: true },
} as const satisfies Record<
  string,
  { of: 'benchmark' | 'function' | 'example'; unit: Unit; measured: boolean }
>;

/** Name of a number. */
export type Metric = keyof typeof metrics;

type Unit = 'count' | 'B' | 'ns' | 'MiB';

/** A number that an example has: `allocs/op(BenchmarkJoin)`. */
export interface Measure {
  metric: Metric;
  /** The benchmark or function; absent where the example has but one. Of an example: its id, where it is another. */
  of?: string;
}

/** A value with its unit. */
export interface Quantity {
  value: number;
  unit: Unit;
}

/**
 * One thing that is asserted; `text` is it as the author wrote it. With `example` it is asserted only of the
 * example with that id.
 */
export type Condition = { text: string; example?: string } & (
  | { kind: 'state'; subject: string; func?: string; not: boolean; word: StateWord }
  | { kind: 'number'; left: Measure; op: Operator; right: number | Measure; factor: number }
  | { kind: 'says' | 'prints'; not: boolean; pattern: string }
  | { kind: 'compiles'; not: boolean }
);

/** Why a text asserts nothing that could be checked. */
export interface ExpectError {
  reason: string;
  expected: string[];
  /** The name that is none of `expected`, where the reason tells more than it. */
  name?: string;
}
