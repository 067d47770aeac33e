import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { openGuide } from './browse/guide.ts';

/**
 * `npm run screenshots`: builds the guide and takes the pictures of `docs/`, wide and as a phone shows
 * them, light and dark.
 */
const views: View[] = [
  { name: 'home', path: '/' },
  { name: 'escapes', path: '/guide/when-a-value-escapes/', at: '#returning-a-pointer' },
  { name: 'chain', path: '/guide/reading-the-compiler/', at: '#chain-n2', open: '.esc-why' },
  { name: 'measuring', path: '/guide/measuring/', at: 'table.escapement-bench' },
  { name: 'rules', path: '/reference/rules/' },
];
const screens = [
  { name: 'wide', viewport: { width: 1280, height: 900 } },
  { name: 'phone', viewport: { width: 375, height: 760 }, deviceScaleFactor: 2 },
];
const docs = join(import.meta.dirname, '../docs');

mkdirSync(docs, { recursive: true });
const guide = await openGuide();
for (const { name: screen, ...options } of screens) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await guide.browser.newContext({ ...options, colorScheme });
    for (const { name, path, at, open } of views) {
      const page = await context.newPage();
      // Twice: a font that arrives late on the first visit is there on the second.
      await page.goto(guide.url + path);
      await page.reload({ waitUntil: 'networkidle' });
      if (at) await show(page.locator(at).first(), open);
      else await page.evaluate(() => scrollBy(0, -20));
      const file = `${name}-${screen}-${colorScheme}.png`;
      await page.screenshot({ path: join(docs, file) });
      console.log(`docs/${file}`);
      await page.close();
    }
    await context.close();
  }
}
await guide.stop();

/** Scrolls to an element, or, where something in it is to be opened first, until all of it and what leads to it is seen. */
async function show(place: Locator, open?: string): Promise<void> {
  if (open) await place.locator(open).evaluate((node) => node.setAttribute('open', ''));
  const block = open ? 'end' : 'start';
  // Twice: what comes into sight is given its real height.
  for (const _ of [1, 2]) {
    await place.evaluate((node, to) => node.scrollIntoView({ block: to }), block as ScrollLogicalPosition);
    await place.page().waitForTimeout(200);
  }
  await place.page().evaluate((by) => scrollBy(0, by), open ? 40 : -20);
}

interface View {
  name: string;
  path: string;
  /** What the picture is of. */
  at?: string;
  /** What is folded up in it. */
  open?: string;
}
