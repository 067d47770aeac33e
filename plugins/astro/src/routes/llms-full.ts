import type { APIRoute } from 'astro';
import { loadSite } from 'virtual:escapement/site';
import { placeOf, textAnswer } from '../publish/answer.ts';
import { llmsFull } from '../publish/documents.ts';

export const prerender = true;

/** `/llms-full.txt` */
export const GET: APIRoute = async (context) => textAnswer(llmsFull(await loadSite(), placeOf(context)));
