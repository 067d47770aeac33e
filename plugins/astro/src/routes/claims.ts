import type { APIRoute } from 'astro';
import { loadSite } from 'virtual:escapement/site';
import { jsonAnswer, placeOf } from '../publish/answer.ts';
import { claimsDocument } from '../publish/documents.ts';

export const prerender = true;

/** `/claims.json` */
export const GET: APIRoute = async (context) =>
  jsonAnswer(claimsDocument(await loadSite(), placeOf(context)));
