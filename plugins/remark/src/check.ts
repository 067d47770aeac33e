import type { Progress } from '@escapement/capture';
import type { Problem, Unit, UnitFacts } from '@escapement/facts';
import { createHash } from 'node:crypto';
import { relative, resolve, sep } from 'node:path';
import { glob } from 'tinyglobby';
import { captureUnits } from './capture-units.ts';
import type { Session } from './session.ts';
import { readPage, sortProblems, verifyPage, type ReadPage, type VerifiedPage } from './verify/page.ts';

/** What `check` found: data; how it is shown is the caller's affair. */
export interface Report {
  problems: Problem[];
  pages: PageReport[];
  examples: number;
  /** Messages of the compiler that no rule knows: shown as they are, but they take part in no verdict. */
  unknown: number;
  /** Messages about files of other packages (generic code of the standard library), which are set aside. */
  foreign: number;
  /** The Go that was used; undefined when no page has an example. */
  go?: string;
}

/** One page of a report. */
export interface PageReport {
  path: string;
  /** Changes whenever what the toolchain says of the page changes. */
  digest: string;
  /** Files, other than the page, that it shows. */
  quotes: string[];
}

/** What a caller may ask for besides. */
export interface CheckRequest {
  /** Only these pages, as paths from the root; all pages by default. */
  paths?: string[] | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Verifies the pages of a project: raw files in, report out. The command line, the site build and the
 * editor all call this; there is no second verifier. All problems of all pages come back at once.
 *
 * @throws what `openCapture` throws when there is no usable Go.
 */
export async function check(session: Session, request: CheckRequest = {}): Promise<Report> {
  return (await checkPages(session, request)).report;
}

/** The same with the pages themselves, for whoever publishes what is known of them. */
export async function checkPages(
  session: Session,
  { paths, onProgress }: CheckRequest = {},
): Promise<{ report: Report; verified: VerifiedPage[] }> {
  const pages = await readPages(session, paths);
  const units = mergeUnits(pages.flatMap((page) => page.units));
  const facts = await captureUnits(session, units, onProgress);
  const verified = pages.map((page) => verifyPage(page, facts));
  const report = {
    problems: sortProblems(verified.flatMap(({ problems }) => problems)),
    pages: pages.map((page) => reportPage(page, facts)),
    examples: sum(pages, ({ examples }) => examples.length),
    ...countMessages(facts),
    ...(units.length > 0 && { go: (await session.capture()).toolchain.version }),
  };
  return { report, verified };
}

/** Counts over all compiles, those of other releases and targets too. */
function countMessages(facts: Map<string, UnitFacts>): Pick<Report, 'unknown' | 'foreign'> {
  const compiles = [...facts.values()].flatMap(({ compile, variants = [] }) => [
    compile,
    ...variants.flatMap((variant) => variant.compile ?? []),
  ]);
  return {
    unknown: sum(compiles, ({ diagnostics }) => diagnostics.filter(({ kind }) => kind === 'unknown').length),
    foreign: sum(compiles, ({ foreign }) => foreign),
  };
}

function sum<T>(items: T[], count: (item: T) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}

/** The units of all pages, each once. */
export async function siteUnits(session: Session): Promise<Unit[]> {
  return mergeUnits((await readPages(session)).flatMap(({ units }) => units));
}

async function readPages(session: Session, paths?: string[]): Promise<ReadPage[]> {
  const files = paths ?? (await findPages(session));
  return Promise.all(files.map((path) => read(session, path)));
}

/** Paths, from the root and with `/`, of all pages in the content folders. */
export async function findPages({ root, options }: Session): Promise<string[]> {
  const found = await Promise.all(
    options.content.map((folder) => glob('**/*.{md,mdx}', { cwd: resolve(root, folder), absolute: true })),
  );
  return found
    .flat()
    .map((path) => relative(root, path).split(sep).join('/'))
    .toSorted();
}

async function read(session: Session, path: string): Promise<ReadPage> {
  const text = await session.read(path);
  if (text !== undefined) return readPage(path, text, session.read);
  const problem: Problem = {
    rule: 'page-syntax',
    path,
    start: { line: 1, column: 1 },
    reason: 'Unexpected page: there is no such file, or it cannot be read',
  };
  return {
    path,
    text: '',
    tree: { type: 'root', children: [] },
    examples: [],
    ignored: [],
    units: [],
    problems: [problem],
  };
}

/** Pages that quote the same directory share one unit, which is asked for all that any of them wants. */
function mergeUnits(units: Unit[]): Unit[] {
  const merged = new Map<string, Unit>();
  for (const unit of units) {
    const before = merged.get(unit.id);
    const run = before?.run ?? unit.run;
    merged.set(unit.id, {
      ...unit,
      ...(run && { run }),
      test: unit.test || (before?.test ?? false),
      bench: unit.bench || (before?.bench ?? false),
      ...((unit.probe || before?.probe) && { probe: true }),
      ...((unit.gc || before?.gc) && { gc: true }),
      ...mergeVariants(before, unit),
    });
  }
  return [...merged.values()];
}

function mergeVariants(...units: (Unit | undefined)[]): Pick<Unit, 'variants'> {
  const all = units.flatMap((unit) => unit?.variants ?? []);
  const unique = new Map(all.map((variant) => [JSON.stringify(variant), variant]));
  return unique.size > 0 ? { variants: [...unique.values()] } : {};
}

function reportPage({ path, units, examples }: ReadPage, facts: Map<string, UnitFacts>): PageReport {
  const hash = createHash('sha256');
  for (const { id } of units) hash.update(JSON.stringify(facts.get(id) ?? null));
  for (const { source } of examples) hash.update(source);
  const quotes = examples.flatMap((example) => example.quotes ?? []);
  return { path, digest: hash.digest('hex').slice(0, 16), quotes: [...new Set(quotes)] };
}
