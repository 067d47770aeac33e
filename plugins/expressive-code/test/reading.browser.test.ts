import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { fixture } from '../../render/test/fixtures.ts';
import { inBrowser } from './browse.ts';

const open = inBrowser();

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each(['sites', 'overlap', 'broken'])('axe finds nothing in %s', async (name) => {
    const page = await open(name, { colorScheme });
    await page.addStyleTag({ content: 'body { background: Canvas; color: CanvasText }' });
    await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    const { violations } = await new AxeBuilder({ page }).exclude('.copy').disableRules(ofPages).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});

it('selected text is the code', async () => {
  const { code } = fixture('sites');
  const page = await open('sites');
  const selected = await page.evaluate(() => {
    getSelection()!.selectAllChildren(document.querySelector('pre code')!);
    return getSelection()!.toString();
  });
  expect(selected).toBe(code.trimEnd());
});

it('without script, the keyboard leads from a mark to its note and back', async () => {
  const page = await open('sites', { javaScriptEnabled: false });
  await page.locator('#sites-n1-ref').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**#sites-n1');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**#sites-n1-ref');
});

it('a step highlights the expression that it names', async () => {
  const page = await open('sites');
  const expression = page.locator('#sites-l9c6-8');
  const ground = () => expression.evaluate((node) => getComputedStyle(node).backgroundColor);
  const before = await ground();
  await page.locator('#sites-n1 summary').click();
  await page.locator('#sites-n1').getByRole('link', { name: '&p', exact: true }).click();
  expect(await expression.textContent()).toBe('&p');
  expect(await ground()).not.toBe(before);
});

it('an expression that comes in parts is highlighted whole', async () => {
  const page = await open('overlap', { javaScriptEnabled: false });
  await page.goto(`${page.url()}#overlap-l5c22-29`);
  const whole = await page
    .locator('.ec-line')
    .nth(4)
    .locator('[data-part]')
    .evaluateAll((all) => {
      const { part } = (document.querySelector(':target') as HTMLElement).dataset;
      const own = all.filter((each) => (each as HTMLElement).dataset['part'] === part);
      const grounds = new Set(own.map((each) => getComputedStyle(each).backgroundColor));
      return { text: own.map((each) => each.textContent).join(''), grounds: [...grounds] };
    });
  expect(whole.text).toBe('g(h(π))');
  expect(whole.grounds).toHaveLength(1);
  expect(whole.grounds[0]).not.toBe('rgba(0, 0, 0, 0)');
});

it('with reduced motion nothing moves, and without there is nothing that would', async () => {
  const page = await open('sites', { reducedMotion: 'reduce' });
  await page.locator('#sites-n1-ref').click();
  const moving = () => page.evaluate(() => document.getAnimations().length);
  expect(await moving()).toBe(0);
  await page.getByLabel('Compiler output').check();
  expect(await moving()).toBe(0);
});

it('in forced colours marks, signs and what is named are there', async () => {
  const page = await open('sites', { forcedColors: 'active' });
  const style = (selector: string, property: 'outlineStyle' | 'textDecorationLine' | 'color') =>
    page
      .locator(selector)
      .first()
      .evaluate((node, name) => getComputedStyle(node)[name], property);
  expect(await style('#sites-l8c1-2', 'textDecorationLine')).toBe('underline');
  expect(await style('.esc-sign', 'color')).toBe(await style('body', 'color'));
  await page.goto(`${page.url()}#sites-l9c6-8`);
  expect(await style('#sites-l9c6-8', 'outlineStyle')).toBe('solid');
});

it.each([320, 375])('notes are not wider than a screen of %i px', async (width) => {
  const page = await open('sites', { viewport: { width, height: 700 } });
  await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
});

it('on paper, the reasons are there', async () => {
  const page = await open('sites');
  const step = page.locator('#sites-n1 .esc-steps');
  expect((await step.boundingBox())?.height ?? 0).toBe(0);
  await page.emulateMedia({ media: 'print' });
  expect((await step.boundingBox())!.height).toBeGreaterThan(20);
});

/** What a whole page must have, and a snapshot of one block does not. */
const ofPages = ['landmark-one-main', 'page-has-heading-one', 'region'];
