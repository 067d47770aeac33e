import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

let browser: Browser;
beforeAll(async () => {
  const executablePath = process.env.ESCAPEMENT_CHROMIUM;
  browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
});
afterAll(() => browser?.close());

const names = ['chart-intervals', 'chart-lines', 'chart-samples', 'diff'];

it.each(names.flatMap((name) => [[name, 'light'] as const, [name, 'dark'] as const]))(
  'axe finds nothing in %s, %s',
  async (name, colorScheme) => {
    const page = await open(name, { colorScheme });
    const { violations } = await new AxeBuilder({ page }).disableRules(ofPages).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  },
);

it.each(names)('%s is not wider than a phone, and shows one picture there', async (name) => {
  const page = await open(name, { viewport: { width: 320, height: 700 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  if (name === 'diff') return;
  const shown = await page
    .locator('.esc-picture:visible')
    .evaluateAll((all) => all.map((each) => each.className));
  expect(shown).toEqual(['esc-picture esc-narrow']);
});

it('type in a chart is not smaller on a phone than 11 pixels', async () => {
  const page = await open('chart-intervals', { viewport: { width: 320, height: 700 } });
  const height = await page
    .locator('.esc-narrow .esc-name text')
    .first()
    .evaluate((text: SVGTextElement) => {
      const { a } = text.getScreenCTM()!;
      return Number.parseFloat(getComputedStyle(text).fontSize) * a;
    });
  expect(height).toBeGreaterThanOrEqual(11);
});

/** What a whole page must have, and a snapshot of one figure does not. */
const ofPages = ['landmark-one-main', 'page-has-heading-one', 'region'];

async function open(name: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(new URL(`./snapshots/${name}.html`, import.meta.url).href);
  return page;
}
