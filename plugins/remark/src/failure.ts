import { rules, type Point, type Problem, type RuleId } from '@escapement/facts';

/**
 * What was thrown, where it is of a rule (no Go, options that do not fit, a `go.mod` that can't be read), as a
 * problem of the page that was to be verified. For hosts that show pages while they are written.
 *
 * @param start where that is told: at the first example
 * @throws the error itself where it is of no rule: it is a fault of ours
 */
export function failureProblem(path: string, error: unknown, start: Point = { line: 1, column: 1 }): Problem {
  const { rule, message } = error as { rule?: string; message: string };
  if (rule === undefined || !(rule in rules)) throw error;
  const [reason, ...note] = message.split('\n');
  return {
    rule: rule as RuleId,
    path,
    start,
    reason: reason!,
    ...(note.length > 0 && { note: note.join('\n').trimEnd() }),
  };
}
