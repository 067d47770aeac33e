import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

/**
 * Starts a browser for the tests of a file; what it returns opens the page with a name.
 *
 * @param addressOf where that is: a snapshot of this package, unless told
 */
export function inBrowser(
  addressOf: (name: string) => string = snapshot,
): (name: string, options?: BrowserContextOptions) => Promise<Page> {
  let browser: Browser;
  beforeAll(async () => {
    const executablePath = process.env.ESCAPEMENT_CHROMIUM;
    browser = await chromium.launch({
      ...(executablePath && { executablePath }),
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  afterAll(() => browser?.close());
  return async (name, options = {}) => {
    const page = await (await browser.newContext(options)).newPage();
    await page.goto(addressOf(name));
    return page;
  };
}

/** The address of a snapshot. */
export function snapshot(name: string): string {
  return new URL(`./snapshots/${name}.html`, import.meta.url).href;
}
