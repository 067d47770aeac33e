import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { inBrowser } from './browse.ts';

const open = inBrowser();
const tabs = (page: Page) => page.getByRole('group', { name: 'View' });
const note = (page: Page) => page.locator('#sites-n1');

describe.each([true, false])('the views of a block, script %s', (javaScriptEnabled) => {
  it('change by the arrow keys', async () => {
    const page = await open('sites', { javaScriptEnabled });
    await tabs(page).getByRole('radio', { name: 'Escapes' }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('.esc-output').isVisible()).toBe(true);
    expect(await note(page).isVisible()).toBe(false);
    expect(await page.locator('.esc-ref, .esc-sign').filter({ visible: true }).count()).toBe(0);
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.esc-output').isVisible()).toBe(false);
    expect(await note(page).isVisible()).toBe(true);
  });

  it('change by a tap', async () => {
    const page = await open('sites', {
      javaScriptEnabled,
      hasTouch: true,
      viewport: { width: 320, height: 600 },
    });
    await tabs(page).getByText('Compiler output').tap({ force: true });
    expect(await page.locator('.esc-output').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

it('on paper there are no tabs, and the notes whatever was chosen', async () => {
  const page = await open('sites');
  await page.getByLabel('Compiler output').check();
  await page.emulateMedia({ media: 'print' });
  expect(await tabs(page).isVisible()).toBe(false);
  expect(await note(page).isVisible()).toBe(true);
  expect(await page.locator('#sites-n1-ref').isVisible()).toBe(true);
});

it('in forced colours the chosen tab differs by more than its colour', async () => {
  const page = await open('sites', { forcedColors: 'active' });
  const line = (name: string) =>
    tabs(page)
      .getByText(name)
      .evaluate((node) => getComputedStyle(node).borderBlockEndColor);
  expect(await line('Escapes')).not.toBe(await line('Compiler output'));
});

describe('the bytes of each line', () => {
  const bars = (page: Page) => page.locator('.esc-bar-label').filter({ visible: true });
  const bar = (page: Page, line: number) =>
    page
      .locator('.ec-line')
      .nth(line - 1)
      .locator('.esc-bar-label');
  const lengthOf = (page: Page, line: number) =>
    bar(page, line).evaluate((node) => Number.parseFloat(getComputedStyle(node, '::after').width));
  const words = (page: Page) =>
    bars(page).evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['words']));

  it('are the first view where the author asks for them first, and add up the benchmarks', async () => {
    const page = await open('bytes', { javaScriptEnabled: false });
    expect(await tabs(page).getByRole('radio').first().isChecked()).toBe(true);
    expect(await tabs(page).locator('.esc-tab').allTextContents()).toEqual([
      'Bytes',
      'Escapes',
      'Compiler output',
    ]);
    expect(await words(page)).toEqual(['112 B', '4,160 B']);
    expect((await lengthOf(page, 15)) / (await lengthOf(page, 16))).toBeCloseTo(112 / 4160, 1);
    expect(await page.locator('#bytes-n1').isVisible()).toBe(false);
  });

  it('are told in words and tables, one for each benchmark', async () => {
    const page = await open('bytes');
    const panel = page.locator('.esc-panel[data-view="profile"]');
    expect(await panel.locator('p').textContent()).toBe(
      'Taken from the heap in one iteration of BenchmarkSmall and one iteration of BenchmarkLarge. Beside a line they are added up; the tables tell them apart.',
    );
    expect(
      await panel.getByRole('table', { name: 'BenchmarkLarge' }).getByRole('row').allTextContents(),
    ).toEqual(['LineB/opobjects/opof these, in calls', '15561.58 B in 0.5 objects', '164,0961none']);
  });

  it('give way to another view', async () => {
    const page = await open('bytes');
    await page.getByLabel('Escapes').check();
    expect(await bars(page).count()).toBe(0);
    expect(await page.locator('#bytes-n1').isVisible()).toBe(true);
  });

  it.each([
    ['forced colours', { forcedColors: 'active' }],
    ['print', { media: 'print' }],
  ] as const)('have their bars in %s', async (_, media) => {
    const page = await open('bytes');
    await page.emulateMedia(media);
    const line = await bar(page, 16).evaluate((node) => {
      const { borderBlockEndWidth, borderBlockEndColor } = getComputedStyle(node, '::after');
      return [borderBlockEndWidth, borderBlockEndColor];
    });
    expect(line[0]).toBe('3px');
    expect(line[1]).not.toMatch(/transparent|rgba\(0, 0, 0, 0\)/);
    expect(await lengthOf(page, 16)).toBeGreaterThan(20);
  });

  it.each(['light', 'dark'] as const)('axe finds nothing in %s', async (colorScheme) => {
    const page = await open('bytes', { colorScheme });
    await page.addStyleTag({ content: 'body { background: Canvas; color: CanvasText }' });
    const { violations } = await new AxeBuilder({ page }).include('.esc-block').exclude('.copy').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it.each([320, 375])('fit a screen of %i px', async (width) => {
    const page = await open('bytes', { viewport: { width, height: 700 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});
