import { checkPages, findPages, publishSite, type PublishedSite, type Session } from '@escapement/remark';
import type { AstroConfig } from 'astro';
import { resolve } from 'node:path';

type VitePlugin = Extract<NonNullable<AstroConfig['vite']['plugins']>[number], { name: string }>;

/** The facts of a site, as the prepass of a build leaves them to the modules that publish them. */
export interface Published {
  site?: PublishedSite;
}

/**
 * The module `virtual:escapement/site`, by which routes and components reach the facts that the
 * integration holds in another module graph. While developing nothing is known beforehand: the site is
 * checked when a route asks for it, and again after a page was saved.
 *
 * @param published is filled before a build reads it
 */
export function publishedSite(session: Session, base: string, published: Published): VitePlugin {
  return {
    name: 'escapement:site',
    resolveId: (id) => (id.startsWith(SITE) ? `\0${id}` : undefined),
    async load(id) {
      if (id === `\0${SITE}`)
        return published.site
          ? `export const built = ${literal(published.site)};\nexport const loadSite = async () => built;`
          : `export const built = undefined;\nexport const loadSite = async () => (await import('${CHECKED}')).default;`;
      if (id !== `\0${CHECKED}`) return undefined;
      for (const path of await findPages(session)) this.addWatchFile(resolve(session.root, path));
      const { verified } = await checkPages(session);
      return `export default ${literal(publishSite(verified, session.options, base))};`;
    },
  };
}

const SITE = 'virtual:escapement/site';
const CHECKED = 'virtual:escapement/site/checked';

/** As JSON in a string: an engine reads that faster than an object of JavaScript. */
function literal(value: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}
