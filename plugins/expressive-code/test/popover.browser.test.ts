import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fixture } from '../../render/test/fixtures.ts';
import { inBrowser } from './browse.ts';

const open = inBrowser();
const popover = (page: Page) => page.locator('.esc-popover:popover-open');
const closed = (page: Page) => popover(page).waitFor({ state: 'detached' });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

describe('the note beside a mark', () => {
  it.each(['Enter', 'Space'])(
    'opens by %s for every mark, takes the focus, and Escape gives it back',
    async (key) => {
      const page = await open('sites');
      for (const { number } of fixture('sites').block.sites) {
        await page.locator(`#sites-n${number}-ref`).focus();
        await page.keyboard.press(key);
        const words = await page.locator(`#sites-n${number} .esc-text > p`).first().textContent();
        expect(await popover(page).textContent()).toContain(words);
        expect(await popover(page).evaluate((node) => node === document.activeElement)).toBe(true);
        await page.keyboard.press('Escape');
        await closed(page);
        expect(await focused(page)).toBe(`sites-n${number}-ref`);
      }
    },
  );

  it('leads by Tab into its steps, which show what they name, and behind them to the next mark', async () => {
    const page = await open('sites');
    await page.locator('#sites-n1-ref').focus();
    await page.keyboard.press('Enter');
    const stops: string[][] = [];
    for (let presses = 0; presses < 6; presses++) {
      await page.keyboard.press('Tab');
      const stop = page.evaluate(() => [
        document.activeElement!.textContent || document.activeElement!.id,
        ...[...document.querySelectorAll('.esc-named')].map((each) => each.textContent),
      ]);
      stops.push(await stop);
    }
    expect(stops).toEqual([
      ['1'],
      ['Why, in 3 steps'],
      ['&p', '&p'],
      ['q := &p', 'q := &p'],
      ['return q', 'return q'],
      ['sites-n2-ref'],
    ]);
    await closed(page);
  });

  it('opens for the pointer, stays while it is inside, and goes when it leaves', async () => {
    const page = await open('sites');
    await page.locator('#sites-l8c1-2').hover();
    await popover(page).waitFor();
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await popover(page).hover();
    await popover(page).getByText('Why, in 3 steps').click();
    await popover(page).getByText('q := &p').hover();
    expect(await page.locator('.esc-named').textContent()).toBe('q := &p');
    await page.mouse.move(1, 1);
    await popover(page).waitFor({ state: 'detached' });
  });

  it('is one for all notes of an expression, and only one is open', async () => {
    const page = await open('sites');
    await page.locator('#sites-l31c28-34').click();
    expect(await popover(page).locator('.esc-number').allTextContents()).toEqual(['6', '7']);
    await page.locator('#sites-n2-ref').click();
    expect(await popover(page).locator('.esc-number').allTextContents()).toEqual(['2']);
    await page.mouse.click(1, 1);
    await closed(page);
  });

  it('opens by a tap, and its number leads to the note below', async () => {
    const page = await open('sites', { hasTouch: true, viewport: { width: 375, height: 700 } });
    await page.locator('#sites-n1-ref').tap();
    await popover(page).getByRole('link', { name: 'to the note below' }).tap();
    await page.waitForURL('**#sites-n1');
    await closed(page);
  });

  it('has no id of the page a second time, and axe finds nothing in it', async () => {
    const page = await open('sites');
    await page.locator('#sites-n5-ref').click();
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    const { violations } = await new AxeBuilder({ page }).include('.esc-popover').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('is not in the text of the page that is copied as a whole', async () => {
    const page = await open('sites');
    const before = await copyAll(page);
    await page.locator('#sites-l8c1-2').hover();
    await popover(page).waitFor();
    expect(await copyAll(page)).toBe(before);
    expect(before).toContain(fixture('sites').code.trimEnd());
  });
});

it.each([
  [320, 500],
  [375, 700],
  [1440, 300],
])('no note is cut off on a screen of %i × %i px', async (width, height) => {
  const page = await open('sites', { viewport: { width, height } });
  for (const mark of await page.locator('.esc-ref').all()) {
    await mark.focus();
    await page.keyboard.press('Enter');
    const box = (await popover(page).boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
    await page.keyboard.press('Escape');
  }
});

/** What Ctrl+A and Ctrl+C give to a text editor. */
async function copyAll(page: Page): Promise<string> {
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  const editor = await page.context().newPage();
  await editor.setContent('<textarea></textarea>');
  await editor.locator('textarea').focus();
  await editor.keyboard.press('Control+V');
  const text = await editor.locator('textarea').inputValue();
  await editor.close();
  return text;
}
