import type { Amount } from './types.ts';

/** All of some amounts together. */
export function totalOf(amounts: Amount[]): Amount {
  return amounts.reduce(
    (total, { bytes, objects }) => ({ bytes: total.bytes + bytes, objects: total.objects + objects }),
    { bytes: 0, objects: 0 },
  );
}
