import { makeTemporary } from '@escapement/capture';
import { printToolchain } from '@escapement/facts';
import { readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { checkPages, type CheckRequest } from '../check.ts';
import { loadOptions } from '../load-options.ts';
import type { OptionsInput } from '../options.ts';
import { factsSchema } from '../publish/schema.ts';
import { publishSite } from '../publish/site.ts';
import { openSession, type Session } from '../session.ts';
import type { DiffSide } from './types.ts';
import { withWorktree } from './worktree.ts';

/** What can be compared: a commit, the working tree with a Go release or with that of the machine, a `facts.json`. */
export type SideSpec = { commit: string } | { go: string } | { facts: string } | { tree: true };

/** How the facts of a side are got. */
export interface SideRequest {
  /** Take timings now, on this machine, and keep them nowhere; without it, committed timings are compared. */
  measure?: boolean;
  onProgress?: CheckRequest['onProgress'];
}

/**
 * Gathers the facts of one side, as a build would publish them. Problems of pages stop nothing: an example that
 * has some is `broken`.
 *
 * @throws where there is no such commit, release or file, and what `openCapture` throws
 */
export async function readSide(root: string, spec: SideSpec, request: SideRequest): Promise<DiffSide> {
  if ('facts' in spec) return readFacts(spec.facts);
  return withTimings(request, async (timings) => {
    const { store } = await loadOptions(root);
    const kept = typeof store === 'string' ? resolve(root, store) : store;
    const given: OptionsInput = { ...timings, store: kept };
    if (!('commit' in spec)) {
      const own = 'go' in spec ? { go: spec.go } : {};
      const session = openSession(root, await loadOptions(root, given), '', own);
      return capture(session, 'go' in spec ? `go${spec.go}` : 'the working tree', request);
    }
    return withWorktree(root, spec.commit, async (tree) =>
      capture(openSession(tree, await loadOptions(tree, given)), spec.commit, request),
    );
  });
}

async function withTimings<T>(
  { measure }: SideRequest,
  work: (options: OptionsInput) => Promise<T>,
): Promise<T> {
  if (!measure) return work({ timings: 'committed' });
  const captures = await makeTemporary();
  try {
    return await work({ timings: 'measure', captures });
  } finally {
    await rm(captures, { recursive: true, force: true });
  }
}

async function capture(session: Session, name: string, { onProgress }: SideRequest): Promise<DiffSide> {
  const { report, verified } = await checkPages(session, { onProgress });
  // That timings were never taken is no news here.
  const pages = verified.map((page) => ({
    ...page,
    problems: page.problems.filter(({ rule }) => rule !== 'timings-stale'),
  }));
  const { toolchain } = report.go === undefined ? {} : await session.capture();
  const site = publishSite(pages, session.options);
  return {
    name,
    ...(toolchain && { go: printToolchain(toolchain) }),
    pages: site.pages.map(({ facts }) => facts),
  };
}

async function readFacts(file: string): Promise<DiffSide> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`Unexpected ${file}: there is no such file`);
  const parsed = factsSchema.safeParse(readJson(text));
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues as [(typeof parsed.error.issues)[number]];
    const where = path.length > 0 ? ` at ${path.join('.')}` : '';
    throw new Error(`Unexpected ${file}: it is no facts.json that a site publishes (${message}${where})`);
  }
  const { go, pages } = parsed.data;
  return { name: file, ...(go && { go: printToolchain(go) }), pages };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
