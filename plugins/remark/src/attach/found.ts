import type { Outcome } from '@escapement/facts';
import { formatCount, formatTime } from './format.ts';

/** What was found about a condition, as a part of a sentence. */
export function describeFound(found: Outcome['found']): string {
  return found
    .map((part) => {
      if (typeof part === 'string') return part;
      const { value, unit } = part;
      if (unit === 'ns') return formatTime(value);
      return unit === 'count' ? formatCount(value) : `${formatCount(value)} ${unit}`;
    })
    .join('');
}
