import type { Point, Problem } from '@escapement/facts';
import type { VFile } from 'vfile';
import type { Options } from './options.ts';

/**
 * Adds a problem to a file as a message, fatal unless it is a warning, as unified's reporters and language
 * servers read it.
 *
 * @param fence where the page quotes the file that the problem is in, if it is in one
 */
export function addMessage(file: VFile, { docs }: Options, problem: Problem, fence?: Point): void {
  const { rule, path, start, end, reason, expected, actual, note, level } = problem;
  // A problem in a quoted file is told at its own place; the page's positions would mean other lines.
  const elsewhere = path !== file.path && !file.path?.endsWith(`/${path}`);
  const message = file.message(elsewhere ? `${path}:${start.line}:${start.column}: ${reason}` : reason, {
    ...(elsewhere ? fence && { place: fence } : { place: end ? { start, end } : start }),
    ruleId: rule,
    source: 'escapement',
  });
  // A warning is what a message is by itself.
  if (level !== 'warning') message.fatal = true;
  if (docs) message.url = `${docs}#${rule}`;
  if (expected) message.expected = expected;
  if (actual !== undefined) message.actual = actual;
  if (note) message.note = note;
}
