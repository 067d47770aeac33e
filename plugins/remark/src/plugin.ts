import type { Problem, UnitFacts } from '@escapement/facts';
import type { Root } from 'mdast';
import { relative, sep } from 'node:path';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import type { Plugin, Processor } from 'unified';
import type { VFile } from 'vfile';
import { drawPage } from './attach/drawing.ts';
import { attachFacts } from './attach/page.ts';
import { restoreText } from './attach/restore.ts';
import { captureUnits } from './capture-units.ts';
import { verifyBuffer } from './editor/verify.ts';
import { failureProblem } from './failure.ts';
import { addMessage } from './message.ts';
import { readOptions, type OptionsInput } from './options.ts';
import { openSession, type Session } from './session.ts';
import { linkProblemsOf } from './site-links/check.ts';
import { readTree, verifyPage, type VerifiedPage } from './verify/page.ts';

/** Options of the plugin: those of the site, and the project's root (the working directory by default). */
export type PluginOptions = OptionsInput & { root?: string };

/**
 * The remark plugin: verifies the Go examples of a page, attaches what the toolchain says of them, and
 * puts tables and numbers in the place of `::bench`, `::compare`, `:fact` and the others. Problems become fatal
 * messages on the file; the page is rendered with them in place. `null` means no options.
 *
 * In an editor and in remark's own command, which check pages and write them back, it only adds messages: the
 * engine of both hands its set of files to each plugin.
 */
export const remarkEscapement: Plugin<[(PluginOptions | null)?, unknown?], Root> = function (
  options,
  fileSet,
) {
  const { root = process.cwd(), ...rest } = options ?? {};
  if (fileSet !== undefined) {
    keepSyntax(this as unknown as Processor);
    return (_, file) => verifyBuffer(file, options ?? {});
  }
  const session = openSession(root, readOptions(rest));
  const extended = extendParser(this as unknown as Processor);
  return async (tree, file) => {
    await transform(tree, file, session, extended);
  };
};

/** Hears of every page: what is known of it, and how long it took to verify it, in milliseconds. */
type OnPage = (page: VerifiedPage, tookMs: number) => void | Promise<void>;

/**
 * The same plugin for a host that keeps a session of its own and wants to hear of every page.
 *
 * @param failures what becomes of a failure of a rule, such as no Go: it is thrown, or shown on the page
 */
export function remarkForSession(
  session: Session,
  onPage: OnPage,
  { failures = 'thrown' }: { failures?: 'thrown' | 'shown' } = {},
): Plugin<[], Root> {
  return function () {
    const extended = extendParser(this as unknown as Processor);
    return async (tree, file) => {
      const started = performance.now();
      const page = await transform(tree, file, session, extended, failures === 'shown');
      await onPage(page, performance.now() - started);
    };
  };
}

async function transform(
  tree: Root,
  file: VFile,
  session: Session,
  extended: boolean,
  tolerant = false,
): Promise<VerifiedPage> {
  if (extended) restoreText(tree, String(file));
  const path = file.path ? relative(session.root, file.path).split(sep).join('/') : 'page.md';
  const read = await readTree(tree, path, String(file), session);
  const facts = await captureUnits(session, read.units).catch((error: unknown) => {
    if (!tolerant) throw error;
    read.problems.push(failureProblem(path, error, read.examples[0]?.place));
    return new Map<string, UnitFacts>();
  });
  const page = verifyPage(read, facts, await session.glossary());
  if (tolerant) page.problems.push(...(await savedLinkProblems(session, path)));
  for (const problem of [...page.problems, ...page.warnings]) addMessage(file, session.options, problem);
  file.data.escapement = attachFacts(page);
  await drawPage(tree);
  return page;
}

/** While developing, the page as it was saved: what the host gives lacks the frontmatter. A build has checked all links. */
async function savedLinkProblems(session: Session, path: string): Promise<Problem[]> {
  const text = await session.read(path);
  if (text === undefined) return [];
  return linkProblemsOf(session, path, text).catch((error: unknown) => [failureProblem(path, error)]);
}

/** What Astro reads must be read here as well, or a page that is formatted would lose it. */
function keepSyntax(processor: Processor): void {
  for (const syntax of [remarkFrontmatter, remarkGfm, remarkDirective])
    (syntax as (this: Processor) => void).call(processor);
}

/**
 * Directives are syntax: without the parser's extension `::bench` would stay a paragraph. True when the
 * host had none, so that what is not ours must be given back as text.
 */
function extendParser(processor: Processor): boolean {
  const extensions = (processor.data().micromarkExtensions ?? []) as { text?: Record<string, unknown> }[];
  const colon = ':'.codePointAt(0)!;
  if (extensions.some(({ text }) => text && String(colon) in text)) return false;
  remarkDirective.call(processor as never);
  return true;
}

declare module 'vfile' {
  interface DataMap {
    escapement: import('@escapement/facts').PageFacts;
  }
}
