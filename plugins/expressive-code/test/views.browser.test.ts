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
