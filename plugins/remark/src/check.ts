import type { Progress } from '@escapement/capture';
import type { PageClaim, Problem, UnitFacts } from '@escapement/facts';
import { createHash } from 'node:crypto';
import { captureUnits } from './capture-units.ts';
import { mergeUnits } from './merge-units.ts';
import { findPages, pageGroups } from './pages.ts';
import type { Session } from './session.ts';
import { linkProblems } from './site-links/check.ts';
import { linkedPage, type LinkedPage } from './site-links/linked-page.ts';
import { duplicateClaims } from './verify/claim-ids.ts';
import { sortProblems, verifyPage, type VerifiedPage } from './verify/page.ts';

/** What `check` found: data; how it is shown is the caller's affair. */
export interface Report {
  problems: Problem[];
  /** What should be looked at, and stops nothing. */
  warnings: Problem[];
  pages: PageReport[];
  /** Claims in sentences, page by page. */
  claims: PageClaim[];
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
  /** Stop at the first page that has a problem. */
  failFast?: boolean | undefined;
  /** Is given each page once it is verified; nothing else keeps it. */
  onPage?: (page: VerifiedPage) => void;
}

/**
 * Verifies the pages of a project: raw files in, report out. The command line, the site build and the
 * editor all call this; there is no second verifier. All problems of all pages come back at once.
 *
 * @throws what `openCapture` throws when there is no usable Go.
 */
export async function check(
  session: Session,
  { paths, failFast, onProgress, onPage }: CheckRequest = {},
): Promise<Report> {
  // Finding Go takes as long as reading the first pages, and happens on another core.
  session.capture().catch(() => {});
  const glossary = await session.glossary();
  const report: Report = {
    problems: [],
    warnings: [],
    pages: [],
    claims: [],
    examples: 0,
    unknown: 0,
    foreign: 0,
  };
  const linked: LinkedPage[] = [];
  const wanted = paths ?? (await findPages(session));
  for await (const pages of pageGroups(session, wanted)) {
    const units = mergeUnits(pages.flatMap((page) => page.units));
    const facts = await captureUnits(session, units, onProgress);
    const { unknown, foreign } = countMessages(facts);
    for (const page of pages) {
      const verified = verifyPage(page, facts, glossary);
      report.problems.push(...verified.problems);
      report.warnings.push(...verified.warnings);
      report.claims.push(...verified.directives.flatMap(({ claim }) => claim ?? []));
      report.pages.push(reportPage(verified));
      report.examples += page.examples.length;
      const links = linkedPage(page, session.options);
      if (links) linked.push(links);
      onPage?.(verified);
      if (failFast && verified.problems.length > 0) break;
    }
    report.unknown += unknown;
    report.foreign += foreign;
    if (units.length > 0) report.go = (await session.capture()).toolchain.version;
    if (failFast && report.problems.length > 0) break;
  }
  const broken =
    failFast && report.problems.length > 0
      ? []
      : await linkProblems(session, linked, paths ? undefined : wanted);
  const doubled = duplicateClaims(report.claims);
  return { ...report, problems: sortProblems([...report.problems, ...doubled, ...broken]) };
}

/** The same with the pages themselves, for whoever publishes what is known of them. */
export async function checkPages(
  session: Session,
  request: Omit<CheckRequest, 'onPage'> = {},
): Promise<{ report: Report; verified: VerifiedPage[] }> {
  const verified: VerifiedPage[] = [];
  const report = await check(session, { ...request, onPage: (page) => verified.push(page) });
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

function reportPage({ path, units, examples, facts, directives }: VerifiedPage): PageReport {
  const hash = createHash('sha256');
  for (const { id } of units) hash.update(JSON.stringify(facts.get(id) ?? null));
  for (const { source } of examples) hash.update(source);
  // What a directive shows may come from elsewhere: the glossary, for one.
  for (const directive of directives) hash.update(JSON.stringify(directive.content));
  const quotes = examples.flatMap((example) => example.quotes ?? []);
  return { path, digest: hash.digest('hex').slice(0, 16), quotes: [...new Set(quotes)] };
}
