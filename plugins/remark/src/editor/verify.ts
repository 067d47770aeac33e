import type { Point, Problem, UnitFacts } from '@escapement/facts';
import { relative, sep } from 'node:path';
import type { VFile } from 'vfile';
import { captureUnits } from '../capture-units.ts';
import { failureProblem } from '../failure.ts';
import { loadOptions } from '../load-options.ts';
import { addMessage } from '../message.ts';
import { isWithin, readOptions, type Options, type OptionsInput } from '../options.ts';
import { openSession } from '../session.ts';
import { linkProblems } from '../site-links/check.ts';
import { linkedPage } from '../site-links/linked-page.ts';
import { readPage, verifyPage } from '../verify/page.ts';
import { newestOnly } from './newest.ts';
import { projectRoot } from './project-root.ts';

/** What an editor shows of a page. */
interface Told {
  options: Options;
  problems: (Problem & { fence?: Point })[];
}

/**
 * An editor sends a page at every key, and its server makes the plugin anew each time: what the runs know of each
 * other can only be kept here.
 */
const newest = newestOnly<Told>();

/**
 * Verifies the text of a file as an editor holds it, saved or not, and adds what is wrong as messages. Pages
 * outside the content folders are none of ours. Nothing is measured, and the tree of the host is not looked at: an
 * editor that formats a page writes it back.
 *
 * @param given options over those of the project; its root is found from the file where it is not among them
 */
export async function verifyBuffer(file: VFile, given: OptionsInput & { root?: string }): Promise<void> {
  if (!file.path) return;
  const { root = projectRoot(file.path, file.cwd), ...rest } = given;
  const { options, problems } = await newest(file.path, () => tell(root, file.path, String(file), rest));
  for (const { fence, ...problem } of problems) addMessage(file, options, problem, fence);
}

async function tell(root: string, file: string, text: string, given: OptionsInput): Promise<Told> {
  const path = relative(root, file).split(sep).join('/');
  let options = readOptions({});
  try {
    options = await loadOptions(root, given);
    if (!options.content.some((folder) => isWithin(path, folder))) return { options, problems: [] };
    return { options, problems: await verify(root, path, text, options) };
  } catch (error) {
    return { options, problems: [failureProblem(path, error)] };
  }
}

async function verify(root: string, path: string, text: string, options: Options): Promise<Told['problems']> {
  const quiet = options.timings === 'auto' || options.timings === 'measure';
  const session = openSession(root, quiet ? { ...options, timings: 'committed' } : options);
  const read = await readPage(path, text, session);
  const facts = await captureUnits(session, read.units).catch((error: unknown) => {
    read.problems.push(failureProblem(path, error, read.examples[0]?.place));
    return new Map<string, UnitFacts>();
  });
  const page = verifyPage(read, facts, await session.glossary());
  const linked = linkedPage(read, options);
  const broken = linked ? await linkProblems(session, [linked]) : [];
  return [...page.problems, ...broken, ...page.warnings].map((problem) => {
    const quoting = page.examples.find(({ quotes }) => quotes === problem.path && quotes !== path);
    return {
      ...withoutGuesses(problem),
      // They are measured by the next build: no error of the page.
      ...(quiet && problem.rule === 'timings-stale' && { level: 'warning' as const }),
      ...(quoting && { fence: quoting.place }),
    };
  });
}

/** An editor offers each `expected` as a text to put in the place: true only of words behind a fence and of links. */
function withoutGuesses(problem: Problem): Problem {
  const { expected, ...rest } = problem;
  if (!expected || problem.rule === 'meta-unknown' || problem.rule === 'link-broken') return problem;
  const told = expected.every((word) => problem.reason.includes(word));
  const note = [
    ...(told ? [] : [`expected: ${expected.join(', ')}`]),
    ...(problem.note ? [problem.note] : []),
  ];
  return { ...rest, ...(note.length > 0 && { note: note.join('\n') }) };
}
