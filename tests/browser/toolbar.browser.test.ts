import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inBrowser } from '../../plugins/expressive-code/test/browse.ts';
import type { DevServer } from '../../scripts/dev/server.ts';
import { project } from '../site/project.ts';
import { until } from '../site/until.ts';

const site = project('toolbar');
let server: DevServer;
beforeAll(async () => {
  server = await site.dev({ ESCAPEMENT_TEST_TIMINGS: 'auto' });
});
afterAll(() => server?.stop());

const open = inBrowser((path) => server.url + path);
const panel = (page: Page) => page.locator('astro-dev-toolbar-window:visible');

/** Opens the app as somebody without a mouse does, and waits for what the server tells it. */
async function openPanel(page: Page): Promise<void> {
  const button = page.locator('astro-dev-toolbar button[data-app-id="escapement"]');
  await button.waitFor({ state: 'attached' });
  await button.focus();
  await page.keyboard.press('Enter');
  await panel(page).getByText('Verified at').waitFor();
}

test('a save updates the open page; the toolbar tells its problems, with ways to the editor and to the rule', async () => {
  const page = await open('/guide/point/');
  await page.locator('.esc-mark').first().waitFor();
  site.edit('content/guide/point.md', 'p := Point{x, x} // want heap', 'p := Point{x, x} // want stack');
  await page.getByText('Unexpected decision of the compiler').first().waitFor();
  await openPanel(page);
  const text = await panel(page).innerText();
  expect(text).toMatch(/Verified at .* in \d+ ms\./);
  expect(text).toMatch(
    /Problems \(1\)\s+error content\/guide\/point\.md:12:27 Unexpected decision of the compiler.* claim-failed/,
  );
  expect(text).toMatch(/Examples \(1\)\s+point broken, go1\.\S+ \w+\/\w+/);
  const place = panel(page).getByRole('link', { name: 'content/guide/point.md:12:27' });
  expect(await place.getAttribute('href')).toBe(
    `/__open-in-editor?file=${encodeURIComponent(`${site.root}/content/guide/point.md:12:27`)}`,
  );
  const asked = page.waitForRequest(/__open-in-editor/);
  await place.focus();
  await page.keyboard.press('Enter');
  await asked;
  expect(page.url()).toContain('/guide/point/');
  const rule = panel(page).getByRole('link', { name: 'claim-failed' });
  expect(await rule.getAttribute('href')).toBe('/reference/rules/#claim-failed');
  site.edit('content/guide/point.md', 'p := Point{x, x} // want stack', 'p := Point{x, x} // want heap');
  await page.locator('.esc-problem').first().waitFor({ state: 'detached' });
});

test('an example is measured again on demand, and its page shows the new timings', async () => {
  const page = await open('/guide/shop/');
  await openPanel(page);
  const row = panel(page).locator('li[data-example="shop"]');
  expect(await row.innerText()).toMatch(
    /shop verified, go1\.\S+ \S+, quotes examples\/shop\/shop\.go, measured /,
  );
  const before = site.read('captures/examples/shop.txt');
  await row.getByRole('button', { name: 'Re-measure shop' }).focus();
  const loaded = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await loaded;
  const after = site.read('captures/examples/shop.txt');
  expect(after).not.toBe(before);
  // The panel is open again, and the page is not of earlier timings.
  await panel(page).getByText('shop verified').waitFor();
  const measured = (text: string) => /^# measured: (.*)$/m.exec(text)?.[1];
  expect(measured(after)).not.toBe(measured(before));
});

test('a page without Go has a panel that says so', async () => {
  site.write('content/plain.md', '---\ntitle: Plain\n---\n\nOnly words.\n');
  await until(server, '/plain/', (html) => html.includes('Only words.'));
  const page = await open('/plain/');
  await openPanel(page);
  expect(await panel(page).innerText()).toMatch(
    /content\/plain\.md\s+Verified at .*\s+No problems\s+No examples/,
  );
});
