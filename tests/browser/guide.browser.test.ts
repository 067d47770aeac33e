import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGuide, type Guide } from '../../scripts/browse/guide.ts';

let guide: Guide;
beforeAll(async () => {
  guide = await openGuide();
});
afterAll(() => guide?.stop());

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await guide.browser.newContext(options);
  const page = await context.newPage();
  await page.goto(guide.url + path);
  return page;
}

/** Looks at every page once, two at a time: what takes long is loading them. */
async function onEvery(options: BrowserContextOptions, look: (page: Page, path: string) => Promise<void>) {
  const context = await guide.browser.newContext(options);
  const left = [...guide.pages];
  const lookOn = async () => {
    const page = await context.newPage();
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      await page.goto(guide.url + path);
      await look(page, path);
    }
  };
  await Promise.all([lookOn(), lookOn()]);
  await context.close();
}

const everythingOpened = () =>
  document.querySelectorAll('details').forEach((details) => (details.open = true));

const escapes = '/guide/when-a-value-escapes/';

test('the guide has its pages', () => {
  expect(guide.pages).toEqual(
    expect.arrayContaining(['/', escapes, '/guide/measuring/', '/guide/reading-the-compiler/']),
  );
});

test.each([
  ['light', 1440],
  ['dark', 375],
] as const)('axe finds nothing on any page in %s at %i px, everything opened', async (colorScheme, width) => {
  const found: unknown[] = [];
  await onEvery({ colorScheme, viewport: { width, height: 800 } }, async (page, path) => {
    await page.evaluate(everythingOpened);
    const { violations } = await new AxeBuilder({ page }).analyze();
    found.push(...violations.map(({ id, nodes }) => [path, id, nodes.map(({ html }) => html.slice(0, 200))]));
  });
  expect(found).toEqual([]);
});

test('no page is wider than a screen of 320, 375, 768 or 1440 px, everything opened', async () => {
  const wide: unknown[] = [];
  await onEvery({}, async (page, path) => {
    await page.evaluate(everythingOpened);
    for (const width of [320, 375, 768, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      if (scrollWidth > width) wide.push([path, width, scrollWidth]);
    }
  });
  expect(wide).toEqual([]);
});

test.each([true, false])('by keyboard alone, script %s: from a mark to its note and back', async (script) => {
  const page = await open(escapes, { javaScriptEnabled: script });
  const focused = () =>
    page.evaluate(() => ({ id: document.activeElement?.id, class: document.activeElement?.className }));
  for (let presses = 0; presses < 200 && (await focused()).class !== 'esc-ref'; presses++)
    await page.keyboard.press('Tab');
  const mark = (await focused()).id!;
  expect(mark).toMatch(/-ref$/);
  await page.keyboard.press('Enter');
  const note = mark.replace(/-ref$/, '');
  if (script) {
    // The note beside the mark; its first link leads to the one below.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  }
  expect(new URL(page.url()).hash).toBe(`#${note}`);
  expect(await page.locator(`#${note}`).isVisible()).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe(`#${mark}`);
});

test('without script every note is there, and the compiler’s output opens', async () => {
  const page = await open(escapes, { javaScriptEnabled: false });
  const marks = await page.locator('a.esc-ref').count();
  expect(marks).toBeGreaterThan(5);
  const lost: string[] = [];
  for (const mark of await page.locator('a.esc-ref').all()) {
    const target = (await mark.getAttribute('href'))!;
    // A mark in a closed solution has its note there too.
    if ((await mark.isVisible()) && !(await page.locator(target).isVisible())) lost.push(target);
  }
  expect(lost).toEqual([]);
  const block = page.locator('.esc-block').first();
  await block.getByLabel('Compiler output').check();
  expect(await block.locator('.esc-output').isVisible()).toBe(true);
  expect(await block.locator('.esc-output').textContent()).toContain('-gcflags=-m=2');
});

test('what the copy button copies is the code alone', async () => {
  const page = await open(escapes);
  const codes = await page
    .locator('.expressive-code:has(.esc-ref) button[data-code]')
    .evaluateAll((buttons) => buttons.map((button) => (button as HTMLElement).dataset['code']!));
  expect(codes.length).toBeGreaterThan(5);
  expect(codes.filter((code) => /want (heap|stack)/.test(code))).toEqual([]);
  expect(codes.some((code) => code.includes('\u007f\t'))).toBe(true);
});

test('an address leads to its place, though the blocks above it were not in sight', async () => {
  const first = await open(escapes, { viewport: { width: 375, height: 760 } });
  const ids = await first
    .locator('.sl-markdown-content h2[id]')
    .evaluateAll((all) => all.map(({ id }) => id));
  const skipped = await first
    .locator('.esc-block')
    .last()
    .evaluate((block) => getComputedStyle(block).contentVisibility === 'auto');
  expect(skipped).toBe(true);
  for (const id of ids.slice(-2)) {
    const page = await open(`${escapes}#${id}`, { viewport: { width: 375, height: 760 } });
    await page.waitForTimeout(300);
    const { y } = (await page.locator(`#${id}`).boundingBox())!;
    expect([id, y >= 0 && y < 300]).toEqual([id, true]);
  }
});

test('on paper the notes are printed', async () => {
  const page = await open(escapes);
  await page.emulateMedia({ media: 'print' });
  const notes = await page
    .locator('.esc-note')
    .evaluateAll((all) => all.map((note) => (note as HTMLElement).offsetHeight));
  expect(notes.every((height) => height > 0)).toBe(true);
});

test('the search finds a message of the compiler', async () => {
  const page = await open('/');
  // The button is disabled until its script runs; a click waits for that, a key would be lost.
  await page.locator('button[data-open-modal]').click();
  await page.locator('dialog input').fill('moved to heap');
  await page.locator('dialog .pagefind-ui__result-link, dialog a[href*="guide"]').first().waitFor();
  expect(await page.locator('dialog a[href*="/guide/"]').count()).toBeGreaterThan(0);
});
