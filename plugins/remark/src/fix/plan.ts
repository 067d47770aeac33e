import { formatGo } from '@escapement/capture';
import { putClaimsBack, stripClaims } from '@escapement/facts';
import type { Session } from '../session.ts';
import type { VerifiedPage } from '../verify/page.ts';
import { claimEdits } from './claims.ts';
import { applyEdits, type Edit } from './edits.ts';
import { factEdits } from './facts.ts';
import { fenceCode, readFence, replaceFence, type FenceCode } from './fence.ts';

/** What of one page can be mended without its author. */
export interface PageFixes {
  edits: Edit[];
  fences: FenceCode[];
  /** Paths of the Go files that it quotes. */
  quotes: string[];
}

/** A file with what is mended in it. */
export interface Fix {
  /** From the root of the project. */
  path: string;
  before: string;
  after: string;
}

/** All that is to be mended, and quoted files that gofmt would lay out otherwise: they are not touched. */
export interface FixPlan {
  fixes: Fix[];
  unformatted: string[];
}

/** Looks through a page that was verified. */
export function findFixes({ examples, facts, text, problems }: VerifiedPage): PageFixes {
  const claims = examples.flatMap((example) => {
    const told = facts.get(example.unit);
    return told ? claimEdits(example, told) : [];
  });
  return {
    edits: [...claims, ...factEdits(problems)],
    fences: examples.flatMap((example) => (example.quotes ? [] : (fenceCode(example, text) ?? []))),
    quotes: examples.flatMap(({ quotes }) => quotes ?? []),
  };
}

/**
 * Mends claims and kept numbers, then lays out fences as gofmt does, but for their claims, which stay where they are. It writes
 * nothing.
 *
 * @throws an Error with `rule: 'go-missing'` where there is no gofmt
 */
export async function planFixes(session: Session, pages: PageFixes[]): Promise<FixPlan> {
  const edits = Map.groupBy(
    pages.flatMap((page) => page.edits),
    ({ path }) => path,
  );
  const fences = Map.groupBy(
    pages.flatMap((page) => page.fences),
    ({ path }) => path,
  );
  const fixes: Fix[] = [];
  for (const path of new Set([...edits.keys(), ...fences.keys()])) {
    const before = await session.read(path);
    if (before === undefined) continue;
    const claimed = applyEdits(before, edits.get(path) ?? []);
    const after = await formatFences(session, claimed, fences.get(path) ?? []);
    if (after !== before) fixes.push({ path, before, after });
  }
  return {
    fixes,
    unformatted: await unformatted(session, [...new Set(pages.flatMap((page) => page.quotes))]),
  };
}

async function formatFences({ root, options }: Session, text: string, fences: FenceCode[]): Promise<string> {
  // From the last to the first: the lines of the others then stay what they are.
  const ordered = fences.toSorted((a, b) => b.line - a.line);
  const codes = ordered.map((fence) => readFence(fence, text));
  const bare = codes.map((code) => stripClaims(code).code);
  const formatted = await formatGo(root, options, bare);
  return ordered.reduce((page, fence, at) => {
    const code = formatted[at];
    if (code === undefined || code === bare[at]) return page;
    const whole = putClaimsBack(codes[at]!, code);
    return whole === undefined ? page : replaceFence(fence, page, whole);
  }, text);
}

async function unformatted({ root, options, read }: Session, paths: string[]): Promise<string[]> {
  const sources = await Promise.all(
    paths.map(async (path) => (await read(path))?.replaceAll('\r', '') ?? ''),
  );
  const formatted = await formatGo(root, options, sources);
  return paths.filter((_, at) => formatted[at] !== undefined && formatted[at] !== sources[at]);
}
