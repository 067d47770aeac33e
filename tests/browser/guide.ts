import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { test as base } from 'vitest';
import { openGuide } from '../../scripts/browse/guide.ts';

/**
 * A test of the guide, which is built, served and opened by the first test that asks for it, once for
 * all files: the browser's project has one worker, which keeps its modules.
 */
export const test = base
  .extend('guide', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const guide = await openGuide();
    onCleanup(() => guide.stop());
    return guide;
  })
  .extend('newPage', async ({ guide }, { onCleanup }) => {
    const contexts: BrowserContext[] = [];
    onCleanup(async () => void (await Promise.all(contexts.map((context) => context.close()))));
    /** An empty page of a new visitor, for whom paths lead into the guide; closed when the test ends. */
    return async (options: BrowserContextOptions = {}): Promise<Page> => {
      const context = await guide.browser.newContext({ baseURL: guide.url, ...options });
      contexts.push(context);
      return context.newPage();
    };
  })
  .extend('open', ({ newPage }) => {
    /** The page at a path, loaded. */
    return async (path: string, options?: BrowserContextOptions): Promise<Page> => {
      const page = await newPage(options);
      await page.goto(path);
      return page;
    };
  })
  .extend('onEvery', ({ guide, newPage }) => {
    /** Looks at every path, each with an empty page of its own, two at a time. */
    return async (
      options: BrowserContextOptions,
      look: (page: Page, path: string) => Promise<void>,
    ): Promise<void> => {
      const left = [...guide.pages];
      const lookOn = async () => {
        for (let path = left.shift(); path !== undefined; path = left.shift()) {
          const page = await newPage(options);
          await look(page, path);
          await page.context().close();
        }
      };
      await Promise.all([lookOn(), lookOn()]);
    };
  });
