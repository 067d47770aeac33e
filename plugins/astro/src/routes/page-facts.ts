import type { SitePage } from '@escapement/remark';
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSite } from 'virtual:escapement/site';
import { jsonAnswer, placeOf } from '../publish/answer.ts';
import { factsDocument } from '../publish/documents.ts';

export const prerender = true;

/** Beside each page; the one of the home page is `/index/facts.json`, as `/facts.json` is the site's. */
export const getStaticPaths: GetStaticPaths = async () => {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  const { pages } = await loadSite();
  return pages.map((page) => {
    const name = page.facts.address.slice(base.length).replaceAll(/^\/|\/$/g, '');
    return { params: { page: name || 'index' }, props: { page } };
  });
};

/** `/guide/measuring/facts.json` */
export const GET: APIRoute<{ page: SitePage }> = async (context) =>
  jsonAnswer(factsDocument(await loadSite(), [context.props.page], placeOf(context)));
