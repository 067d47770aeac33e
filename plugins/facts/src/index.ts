export type * from './bench/types.ts';
export type * from './block.ts';
export type * from './diagnostics/types.ts';
export type * from './problem.ts';
export type * from './unit.ts';
export { rules, type RuleId } from './rules.ts';
export { verdictWords, type Verdict } from './verdict.ts';
