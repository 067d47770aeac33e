import type { DevServer } from '../../scripts/dev/server.ts';

/** Asks for a page until it says something, as a reader who reloads; returns its HTML. */
export async function until(
  server: DevServer,
  path: string,
  holds: (html: string) => boolean,
): Promise<string> {
  for (const end = Date.now() + 120_000; Date.now() < end;) {
    const html = await server.get(path);
    if (holds(html)) return html;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${path} never came to it; the server says:\n${server.log().slice(-2000)}`);
}
