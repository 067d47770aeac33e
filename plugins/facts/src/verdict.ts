/**
 * Where the value of an allocation site lives.
 * - `heap`: allocated on the heap;
 * - `stack`: in the frame;
 * - `static`: said to escape, but laid out as read-only data, never allocated;
 * - `bounded`: on the stack up to a small size known only at run time, then on the heap;
 * - `grows`: append's backing store, on the heap as soon as it must grow;
 * - `caller`: a parameter that flows out: the caller decides;
 * - `unproven`: the witnesses disagree.
 */
export type Verdict = 'heap' | 'stack' | 'static' | 'bounded' | 'grows' | 'caller' | 'unproven';

/** Words that a reader sees on a mark and in tables. */
export const verdictWords: Record<Verdict, string> = {
  heap: 'heap',
  stack: 'stack',
  static: 'never allocated',
  bounded: 'stack, then heap',
  grows: 'grows onto the heap',
  caller: 'depends on the caller',
  unproven: 'unproven',
};
