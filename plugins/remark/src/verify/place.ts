import type { Problem } from '@escapement/facts';
import type { Example } from '../page/example.ts';

/** The place of an example's fence, for problems that no line of it can be blamed for. */
export function atFence({ page, place }: Example): Pick<Problem, 'path' | 'start'> {
  return { path: page, start: place };
}
