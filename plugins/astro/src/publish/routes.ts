import type { InjectedRoute } from 'astro';

/** The files that a site publishes for programs, each an Astro route. */
export const routes: InjectedRoute[] = [
  ['/facts.json', 'facts'],
  ['/[...page]/facts.json', 'page-facts'],
  ['/claims.json', 'claims'],
  ['/schemas/[schema].json', 'schema'],
  ['/llms.txt', 'llms'],
  ['/llms-full.txt', 'llms-full'],
].map(([pattern, name]) => ({
  pattern: pattern!,
  entrypoint: `@escapement/astro/routes/${name}`,
  prerender: true,
}));
