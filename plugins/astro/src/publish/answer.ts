import type { Place } from './documents.ts';

/** What a route is told of where the site is. */
interface RouteContext {
  site: URL | undefined;
}

/** The place of the site that a route belongs to. */
export function placeOf({ site }: RouteContext): Place {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  return { ...(site && { origin: site.origin }), base };
}

/** A JSON file that people can read as well. */
export function jsonAnswer(value: unknown): Response {
  return new Response(`${JSON.stringify(value, null, 2)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}

/** A text file. */
export function textAnswer(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
