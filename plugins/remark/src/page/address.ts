import GithubSlugger from 'github-slugger';

/**
 * The address of a page on the site, as Astro's `glob()` loader and its hosts make it: without the content
 * folder and the suffix, each part made fit for an address, `index` left out. `content/Guide/My page.md`
 * is `/guide/my-page/`.
 *
 * @param slug what the page's frontmatter sets instead
 */
export function pageAddress(path: string, folders: string[], slug?: string): string {
  const folder = folders.map((name) => `${name.replace(/\/$/, '')}/`).find((name) => path.startsWith(name));
  const parts = path
    .slice(folder?.length ?? 0)
    .replace(/\.mdx?$/, '')
    .split('/')
    .map((part) => new GithubSlugger().slug(part));
  if (parts.at(-1) === 'index') parts.pop();
  const name = slug?.replaceAll(/^\/|\/$/g, '') ?? parts.join('/');
  return name === '' ? '/' : `/${name}/`;
}
