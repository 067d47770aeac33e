import type { Budget, Problem, Unit, UnitFacts } from '@escapement/facts';
import type { Code, Root } from 'mdast';
import { resolveDirectives, type Resolved } from '../directives/resolve.ts';
import { directiveSlips } from '../directives/slips.ts';
import type { Example } from '../page/example.ts';
import { findExamples } from '../page/find.ts';
import type { Glossary } from '../page/glossary.ts';
import { parsePage } from '../page/parse.ts';
import { tooLarge } from '../page/too-much.ts';
import { planUnits } from '../page/units.ts';
import type { Session } from '../session.ts';
import { pageBudgets, siteBudgets } from './budgets.ts';
import { duplicateClaims } from './claim-ids.ts';
import { verifyExample } from './example.ts';

/** A page before the toolchain has been asked. */
export interface ReadPage {
  path: string;
  /** The text that positions in `tree` count in. */
  text: string;
  tree: Root;
  examples: Example[];
  ignored: Code[];
  units: Unit[];
  /** Those of the site, then those of the page. */
  budgets: Budget[];
  /** Whether the site wants links to where a program can be tried. */
  links: boolean;
  problems: Problem[];
}

/** A page with what the toolchain said of it. */
export interface VerifiedPage extends ReadPage {
  /** What should be looked at, and stops nothing. */
  warnings: Problem[];
  facts: Map<string, UnitFacts>;
  directives: Resolved[];
}

/** Reads one page: its examples, the units to compile, and what can be seen to be wrong without Go. */
export async function readPage(path: string, text: string, session: Session): Promise<ReadPage> {
  const large = tooLarge(path, text, session.options.maxPageBytes);
  if (large) return unreadable(path, large);
  const { tree, problems } = await parsePage(path, text);
  return readTree(tree, path, text, session, problems);
}

/** A page of which nothing is known but what is wrong with it. */
export function unreadable(path: string, problem: Problem): ReadPage {
  const tree: Root = { type: 'root', children: [] };
  return {
    path,
    text: '',
    tree,
    examples: [],
    ignored: [],
    units: [],
    budgets: [],
    links: false,
    problems: [problem],
  };
}

/** The same for a tree that the host has parsed. */
export async function readTree(
  tree: Root,
  path: string,
  text: string,
  { read, options }: Session,
  before: Problem[] = [],
): Promise<ReadPage> {
  const found = await findExamples(tree, path, text, read, options.compile.maxSourceBytes);
  const { units, examples, problems } = planUnits(found.examples);
  const budgets = pageBudgets(tree, path);
  return {
    path,
    text,
    tree,
    examples,
    ignored: found.ignored,
    units,
    budgets: [...siteBudgets(options.budgets), ...budgets.budgets],
    links: options.links,
    problems: [
      ...before,
      ...found.problems,
      ...problems,
      ...directiveSlips(tree, path, text),
      ...budgets.problems,
    ],
  };
}

/** Judges a page by what the toolchain said of its units. */
export function verifyPage(page: ReadPage, facts: Map<string, UnitFacts>, glossary: Glossary): VerifiedPage {
  const all = page.examples.flatMap((example) => {
    const unit = facts.get(example.unit);
    return unit ? verifyExample(example, unit, page.budgets, { examples: page.examples, facts }) : [];
  });
  const examples = all.filter(({ level }) => level !== 'warning');
  const known = { examples: page.examples, facts, glossary };
  const directives = resolveDirectives(page.tree, page.path, page.text, known);
  const wrong = directives.flatMap(({ problem }) => problem ?? []);
  // A name that can't be found is no news on a page whose examples are broken already.
  const broken = page.problems.length > 0 || examples.some(({ rule }) => !JUDGED.has(rule));
  const doubled = duplicateClaims(directives.flatMap(({ claim }) => claim ?? []));
  const told = wrong.filter(({ rule }) => !broken || !AFTERMATH.has(rule));
  return {
    ...page,
    facts,
    directives,
    warnings: sortProblems(all.filter(({ level }) => level === 'warning')),
    problems: sortProblems([...page.problems, ...examples, ...doubled, ...told]),
  };
}

/** Rules that judge an example of which all is known. */
const JUDGED = new Set(['claim-failed', 'claim-missing', 'claim-syntax', 'budget-over']);

const AFTERMATH = new Set([
  'directive-target',
  'fact-unknown',
  'fact-stale',
  'claim-expect',
  'claim-verdict',
]);

/** Problems by file and place, each once: two quotes of one file find the same ones. */
export function sortProblems(problems: Problem[]): Problem[] {
  const unique = new Map(
    problems.map((problem) => {
      const { path, start, rule, reason } = problem;
      return [`${path}:${start.line}:${start.column}:${rule}:${reason}`, problem];
    }),
  );
  return [...unique.values()].toSorted(
    (a, b) => a.path.localeCompare(b.path) || a.start.line - b.start.line || a.start.column - b.start.column,
  );
}
