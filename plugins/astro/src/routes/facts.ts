import type { APIRoute } from 'astro';
import { loadSite } from 'virtual:escapement/site';
import { jsonAnswer, placeOf } from '../publish/answer.ts';
import { factsDocument } from '../publish/documents.ts';

export const prerender = true;

/** `/facts.json` */
export const GET: APIRoute = async (context) => {
  const site = await loadSite();
  return jsonAnswer(factsDocument(site, site.pages, placeOf(context)));
};
