import type { APIRoute } from 'astro';

/** Everything may be read, by people's search engines and by models. */
export const GET: APIRoute = ({ site }) => {
  const sitemap = site
    ? `\nSitemap: ${new URL(`${import.meta.env.BASE_URL.replace(/\/?$/, '/')}sitemap-index.xml`, site).href}\n`
    : '';
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`);
};
