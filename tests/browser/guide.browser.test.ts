import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './guide.ts';

/** Closed parts and those out of sight are neither laid out nor looked at. */
async function openEverything(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.addStyleTag({ content: '* { content-visibility: visible !important }' });
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
}

/**
 * What axe has against a page. Of what is well it tells one element a rule, and all within the page: to name
 * and hand over every element takes four times as long as the rules do.
 */
async function violationsOn(page: Page) {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  return (await axe.analyze()).violations;
}

const escapes = '/guide/when-a-value-escapes/';

test('the guide has its pages', ({ guide }) => {
  expect(guide.pages).toEqual(
    expect.arrayContaining(['/', escapes, '/guide/measuring/', '/guide/reading-the-compiler/']),
  );
});

test.for([
  ['light', [768, 1440]],
  ['dark', [320, 375]],
] as const)(
  'in %s, everything opened, no page is wider than a screen of %j px, and axe finds nothing',
  async ([colorScheme, widths], { onEvery }) => {
    const found: unknown[] = [];
    await onEvery({ colorScheme }, async (page, path) => {
      await openEverything(page, path);
      expect(await page.locator('html').getAttribute('data-theme')).toBe(colorScheme);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
        if (scrollWidth > width) found.push([path, width, scrollWidth]);
      }
      for (const { id, nodes } of await violationsOn(page))
        found.push([path, id, nodes.map(({ html }) => html.slice(0, 200))]);
    });
    expect(found).toEqual([]);
  },
);

test.for([true, false])(
  'by keyboard alone, script %s: from a mark to its note and back',
  async (script, { open }) => {
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
    await page.waitForURL(`**#${note}`);
    expect(await page.locator(`#${note}`).isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**#${mark}`);
  },
);

test('without script every note is there, and the compiler’s output opens', async ({ open }) => {
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
  for (const control of ['site-search', 'starlight-theme-select'])
    expect(await page.locator(control).first().isVisible(), `${control} needs a script`).toBe(false);
});

test('what the copy button copies is the code alone', async ({ open }) => {
  const page = await open(escapes);
  const codes = await page
    .locator('.expressive-code:has(.esc-ref) button[data-code]')
    .evaluateAll((buttons) => buttons.map((button) => (button as HTMLElement).dataset['code']!));
  expect(codes.length).toBeGreaterThan(5);
  expect(codes.filter((code) => /want (heap|stack)/.test(code))).toEqual([]);
  expect(codes.some((code) => code.includes('\u007f\t'))).toBe(true);
});

test('an address leads to its place, though the blocks above it were not in sight', async ({ open }) => {
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
    const top = async () => (await page.locator(`#${id}`).boundingBox())!.y;
    await expect.poll(top, { timeout: 10_000 }).toSatisfy((y: number) => y >= 0 && y < 300);
  }
});

test('on paper the notes are printed', async ({ open }) => {
  const page = await open(escapes);
  await page.emulateMedia({ media: 'print' });
  const notes = await page
    .locator('.esc-note')
    .evaluateAll((all) => all.map((note) => (note as HTMLElement).offsetHeight));
  expect(notes.every((height) => height > 0)).toBe(true);
});
