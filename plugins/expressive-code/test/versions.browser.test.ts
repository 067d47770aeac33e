import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { inBrowser, snapshot } from './browse.ts';

const open = inBrowser();

/** What a reader sees of line 10: the tone of its sign and of its marks. */
const told = (page: Page) =>
  page.locator('.ec-line').nth(9).locator('.esc-sign, .esc-ref').filter({ visible: true });
const tones = (page: Page) =>
  told(page).evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['tone']));
const notes = (page: Page) => page.locator('.esc-note').filter({ visible: true });

describe.each([true, false])('the versions of a block, script %s', (javaScriptEnabled) => {
  it('mark it anew, by keyboard', async () => {
    const page = await open('versions', { javaScriptEnabled });
    expect(await tones(page)).toEqual(['bounded', 'bounded']);
    await page.getByRole('radio', { name: 'Go 1.26' }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await tones(page)).toEqual(['heap', 'heap']);
    expect(await notes(page).first().textContent()).toContain('its size is not known at compile time');
    expect(await notes(page).count()).toBe(3);
  });
});

it('tell at the line what changed, which is not part of the code', async () => {
  const page = await open('versions');
  const change = page.locator('.ec-line').nth(9).locator('.esc-change > span');
  const words = await change.evaluateAll((all) => all.map((each) => ({ ...(each as HTMLElement).dataset })));
  expect(words).toEqual([
    { tone: 'heap', names: 'Go 1.24', words: 'heap' },
    { tone: 'bounded', names: 'Go 1.26', words: 'stack, then heap' },
  ]);
  expect(await page.locator('.ec-line').nth(9).locator('.code').innerText()).toBe('\tbuf := make([]byte, n)');
});

it('are remembered by the page, and by the next', async () => {
  const page = await open('versions');
  await page.evaluate(() => {
    const other = document.querySelector('.expressive-code')!.cloneNode(true) as Element;
    for (const input of other.querySelectorAll('input')) input.name = `other-${input.name}`;
    document.body.append(other);
  });
  await page.getByRole('radio', { name: 'Go 1.24' }).first().check();
  expect(await page.getByRole('radio', { name: 'Go 1.24' }).nth(1).isChecked()).toBe(true);
  const next = await page.context().newPage();
  await next.goto(snapshot('versions'));
  expect(await tones(next)).toEqual(['heap', 'heap']);
});

it('a note beside a mark is that of the chosen version', async () => {
  const page = await open('versions');
  await page.getByRole('radio', { name: 'Go 1.24' }).check();
  await page.getByText('make', { exact: true }).first().hover();
  const popover = page.locator('.esc-popover:popover-open');
  await popover.waitFor();
  expect(await popover.textContent()).toContain('its size is not known at compile time');
});

it.each(['light', 'dark'] as const)('axe finds nothing in %s', async (colorScheme) => {
  const page = await open('versions', { colorScheme });
  await page.addStyleTag({ content: 'body { background: Canvas; color: CanvasText }' });
  const { violations } = await new AxeBuilder({ page }).include('.esc-block').exclude('.copy').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

it('are architectures too', async () => {
  const page = await open('targets');
  const target = page.getByRole('group', { name: 'Architecture' });
  expect(await target.locator('.esc-tab').allTextContents()).toEqual(['386', 'amd64']);
  const sign = page.locator('.ec-line').nth(4).locator('.esc-sign').filter({ visible: true });
  expect(await sign.getAttribute('data-tone')).toBe('heap');
  await target.getByRole('radio', { name: '386' }).check();
  expect(await sign.getAttribute('data-tone')).toBe('stack');
});

it('that do not compile the block say so, and why, at the line', async () => {
  const page = await open('releases');
  await page.getByRole('radio', { name: 'Go 1.24: does not compile' }).check();
  expect(await page.locator('.esc-failed').filter({ visible: true }).textContent()).toBe(
    'Does not compile: Go 1.24.',
  );
  const note = page.locator('#releases-v1-e1');
  expect(await note.textContent()).toContain('7 is not a type');
  const mark = page.locator('.ec-line').nth(4).locator('#releases-v1-e1-ref');
  expect(await mark.isVisible()).toBe(true);
  await page.getByRole('radio', { name: 'Go 1.26' }).check();
  expect(await note.isVisible()).toBe(false);
  expect(await mark.isVisible()).toBe(false);
});
