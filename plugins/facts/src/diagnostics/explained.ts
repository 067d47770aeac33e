import { printPlace } from './place.ts';
import type { Diagnostic } from './types.ts';

/**
 * What a header with a chain and the decision that it explains have in common: the place, the subject,
 * and whether it is about a leak. A decision about an `append` names only the word; its header, the
 * whole call. Of other kinds the key matches no header.
 */
export function explainedBy(diagnostic: Diagnostic): string {
  const { kind, subject = '' } = diagnostic;
  const topic = TOPICS[kind] ?? `no chain (${kind})`;
  return `${printPlace(diagnostic)} ${topic} ${subject.startsWith('append(') ? 'append' : subject}`;
}

const TOPICS: Partial<Record<Diagnostic['kind'], string>> = {
  'explains-escape': 'escape',
  escapes: 'escape',
  moved: 'escape',
  'explains-leak': 'leak',
  leaks: 'leak',
};
