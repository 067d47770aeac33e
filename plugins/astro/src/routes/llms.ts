import type { APIRoute } from 'astro';
import { loadSite } from 'virtual:escapement/site';
import { placeOf, textAnswer } from '../publish/answer.ts';
import { llmsIndex } from '../publish/documents.ts';

export const prerender = true;

/** `/llms.txt` */
export const GET: APIRoute = async (context) => textAnswer(llmsIndex(await loadSite(), placeOf(context)));
