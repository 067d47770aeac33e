import type { Problem } from '@escapement/facts';
import type { Edit } from './edits.ts';

/** What makes the values that are kept of numbers right again; one that runs over several lines is left alone. */
export function factEdits(problems: Problem[]): Edit[] {
  return problems.flatMap(({ rule, path, start, end, expected }): Edit[] => {
    const [text] = expected ?? [];
    if (rule !== 'fact-stale' || text === undefined || end?.line !== start.line) return [];
    return [{ path, line: start.line, start: start.column - 1, end: end.column - 1, text }];
  });
}
