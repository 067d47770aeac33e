import GithubSlugger from 'github-slugger';
import type { Options } from '../options.ts';

/**
 * The address of a page on the site, as Astro's `glob()` loader and its hosts make it: without the content
 * folder and the suffix, each part made fit for an address, `index` left out. `content/Guide/My page.md`
 * is `/guide/my-page/`; the option `addresses` says where else a folder's pages stand.
 *
 * @param slug what the page's frontmatter sets instead
 */
export function pageAddress(
  path: string,
  { content, addresses }: Pick<Options, 'content' | 'addresses'>,
  slug?: string,
): string {
  const folder = content.find((name) => path.startsWith(`${name}/`));
  const parts = path
    .slice(folder === undefined ? 0 : folder.length + 1)
    .replace(/\.mdx?$/, '')
    .split('/')
    .map((part) => new GithubSlugger().slug(part));
  if (parts.at(-1) === 'index') parts.pop();
  const name = slug?.replaceAll(/^\/|\/$/g, '') ?? parts.join('/');
  const all = [...(addresses[folder ?? ''] ?? '').split('/'), name].filter((part) => part !== '');
  return all.length === 0 ? '/' : `/${all.join('/')}/`;
}
