import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openGuide } from './browse/guide.ts';

/**
 * `npm run screenshots`: builds the guide and takes the pictures of `docs/`, wide and as a phone shows
 * them, light and dark.
 */
const views = [
  { name: 'home', path: '/' },
  { name: 'escapes', path: '/guide/when-a-value-escapes/', at: '#returning-a-pointer' },
  { name: 'chain', path: '/guide/reading-the-compiler/', at: '#a-flow-chain-step-by-step' },
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
    for (const { name, path, at } of views) {
      const page = await context.newPage();
      // Twice: a font that arrives late on the first visit is there on the second.
      await page.goto(guide.url + path);
      await page.reload({ waitUntil: 'networkidle' });
      if (at)
        await page
          .locator(at)
          .first()
          .evaluate((node) => node.scrollIntoView({ block: 'start' }));
      await page.evaluate(() => scrollBy(0, -20));
      const file = `${name}-${screen}-${colorScheme}.png`;
      await page.screenshot({ path: join(docs, file) });
      console.log(`docs/${file}`);
      await page.close();
    }
    await context.close();
  }
}
await guide.stop();
