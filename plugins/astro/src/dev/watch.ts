import type { Session } from '@escapement/remark';
import type { AstroConfig } from 'astro';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { DevPages } from './pages.ts';

type VitePlugin = Extract<NonNullable<AstroConfig['vite']['plugins']>[number], { name: string }>;

/**
 * Renders pages again when something is saved that they depend on besides their own text: files of the examples'
 * module or beside a quoted file, captures, the glossary, the options. Only pages that are asked for are
 * rendered, and what did not change for them comes from the store.
 *
 * @param reload reads the options anew
 */
export function watchProject(session: Session, pages: DevPages, reload: () => Promise<void>): VitePlugin {
  let reloaded = 0;
  let reloading = Promise.resolve();
  return {
    name: 'escapement:watch',
    config: () => ({
      server: { watch: { ignored: [inOwnFolder(session.root)] } },
      // The toolbar's script is served as it is: found late, it would have Vite load every page again.
      optimizeDeps: { exclude: ['@escapement/astro'] },
    }),
    configureServer({ watcher }) {
      // The module need not be inside the folder that Vite watches.
      watcher.add(resolve(session.root, session.options.examples));
    },
    async hotUpdate({ file, modules, timestamp }) {
      const path = relative(session.root, file).split(sep).join('/');
      if (path === 'escapement.config.mjs') {
        // Each of Vite's environments is told of a change.
        if (timestamp !== reloaded) reloading = reload();
        reloaded = timestamp;
        await reloading;
      } else if (!concerns(path, session, pages)) return undefined;
      const rendered = [...this.environment.moduleGraph.idToModuleMap.values()];
      return [...modules, ...rendered.filter(({ id }) => id !== null && PAGE.test(id))];
    },
  };
}

/** Module ids carry queries. */
const PAGE = /\.mdx?(\?|$)/;

function concerns(path: string, { options }: Session, pages: DevPages): boolean {
  // What editors leave behind while they write.
  if (/^\.|~$/.test(basename(path)) || PAGE.test(path)) return path === options.glossary;
  const folders = [options.examples, options.captures].map(
    (folder) => `${folder.replace(/^\.\/|\/$/g, '')}/`,
  );
  if (folders.some((folder) => path.startsWith(folder))) return true;
  return [...pages.values()].some(({ quotes }) =>
    quotes.some((quoted) => dirname(quoted) === dirname(path) || basename(path) === 'go.mod'),
  );
}

/** The store changes at every save, and is of no concern to pages. */
function inOwnFolder(root: string): (path: string) => boolean {
  const own = resolve(root, '.escapement');
  return (path) => path === own || path.startsWith(own + sep);
}
