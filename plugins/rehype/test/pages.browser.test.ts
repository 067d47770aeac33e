import { AxeBuilder } from '@axe-core/playwright';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { inBrowser } from '../../expressive-code/test/browse.ts';

const open = inBrowser((name) => new URL(`./fixtures/${name}/output.html`, import.meta.url).href);
const openPage = (options?: BrowserContextOptions) => open('page', options);
const tabs = (page: Page) => page.getByRole('group', { name: 'View' }).first();
const note = (page: Page) => page.locator('#limit-n1');

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each(['page', 'claim'])('axe finds nothing in %s', async (name) => {
    const page = await open(name, { colorScheme });
    await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('code has the colours of the theme', async () => {
    const page = await openPage({ colorScheme });
    const word = page.locator('.esc-source span').getByText('type', { exact: true });
    const colour = await word.evaluate((node) => getComputedStyle(node).color);
    expect(colour).toBe(colorScheme === 'light' ? 'rgb(207, 34, 46)' : 'rgb(255, 123, 114)');
  });
});

it('the views change by the arrow keys, without script', async () => {
  const page = await openPage({ javaScriptEnabled: false });
  await tabs(page).getByRole('radio', { name: 'Escapes' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await note(page).isVisible()).toBe(false);
  expect(await page.locator('#limit-notes .esc-panel[data-view="inline"]').isVisible()).toBe(true);
  const marks = page.locator('.esc-block').first().locator('.esc-ref, .esc-sign');
  expect(await marks.filter({ visible: true }).count()).toBe(0);
  await page.keyboard.press('ArrowLeft');
  expect(await note(page).isVisible()).toBe(true);
});

it('the keyboard leads from a mark to its note and back, without script', async () => {
  const page = await openPage({ javaScriptEnabled: false });
  await page.locator('#limit-n1-ref').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**#limit-n1');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**#limit-n1-ref');
});

it('with the script, a note opens beside its mark, and Escape closes it', async () => {
  const page = await openPage();
  await page.addScriptTag({ type: 'module', path: fileURLToPath(new URL('../client.js', import.meta.url)) });
  await page.locator('#limit-n1-ref').click();
  const popover = page.locator('.esc-popover:popover-open');
  expect(await popover.textContent()).toContain('limit');
  await page.keyboard.press('Escape');
  expect(await popover.count()).toBe(0);
});

it('with the script, a button copies clean code, the whole file where a part is shown', async () => {
  const page = await openPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.addScriptTag({ type: 'module', path: fileURLToPath(new URL('../client.js', import.meta.url)) });
  for (const block of await page.locator('.esc-block:has(.esc-notes)').all()) {
    const [shown, file] = await block.evaluate((node) => [
      node.querySelector('pre > code')!.textContent.replace(/\n$/, ''),
      (node as HTMLElement).dataset['copy'],
    ]);
    await block.locator('.esc-copy').focus();
    await page.keyboard.press('Enter');
    await block.getByText('Copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(file ?? shown);
    expect(copied).not.toContain('want ');
  }
});

it('selected and copied code is the code', async () => {
  const page = await openPage();
  const code = await page
    .locator('pre code')
    .first()
    .evaluate((node) => node.textContent);
  expect(code).toContain('\tlimit.Burst = requests / 10\n\treturn &limit\n}\n\nfunc Total');
  const selected = await page.evaluate(() => {
    getSelection()!.selectAllChildren(document.querySelector('pre code')!);
    return getSelection()!.toString();
  });
  expect(selected.trimEnd()).toBe(code!.trimEnd());
});

it.each([320, 375])('nothing is wider than a screen of %i px', async (width) => {
  for (const name of ['page', 'claim']) {
    const page = await open(name, { viewport: { width, height: 700 } });
    await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const inner = await page.evaluate(
      () => [...document.querySelectorAll('pre')].filter((pre) => pre.scrollWidth > pre.clientWidth).length,
    );
    expect(inner).toBe(0);
  }
});

it('on paper there are no tabs, the reasons are open and code is dark on light', async () => {
  const page = await openPage({ colorScheme: 'dark' });
  await tabs(page).getByLabel('Inlining').check();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await tabs(page).isVisible()).toBe(false);
  expect(await note(page).isVisible()).toBe(true);
  expect((await note(page).locator('.esc-steps').boundingBox())!.height).toBeGreaterThan(20);
  const word = page.locator('.esc-source span').getByText('type', { exact: true });
  expect(await word.evaluate((node) => getComputedStyle(node).color)).toBe('rgb(207, 34, 46)');
});
