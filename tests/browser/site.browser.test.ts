import { fromHtml } from 'hast-util-from-html';
import { select } from 'hast-util-select';
import sharp from 'sharp';
import { expect } from 'vitest';
import { EDIT } from '../../scripts/browse/guide.ts';
import { WEIGHT } from '../../scripts/lighthouse/judge.ts';
import { test } from './guide.ts';

/**
 * A tenth of what counts as good (web.dev/cls). Not nothing: where a machine is so busy that the font comes
 * after the first layout, a heading moves by a few pixels when it does.
 */
const SHIFT = 0.01;
const measuring = '/guide/measuring/';
const phone = { viewport: { width: 412, height: 823 } };

test('a page costs 120 kB at most, of which 15 kB are script, and nothing on it moves', async ({
  onEvery,
}) => {
  const heavy: unknown[] = [];
  await onEvery(phone, async (page, path) => {
    const asked: Promise<[string, number]>[] = [];
    page.on('requestfinished', (request) => {
      const size = async (): Promise<[string, number]> => {
        const { responseBodySize, responseHeadersSize } = await request.sizes();
        return [request.resourceType(), responseBodySize + responseHeadersSize];
      };
      asked.push(size());
    });
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          (window as never as { shift: number }).shift =
            ((window as never as { shift?: number }).shift ?? 0) +
            (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    const weights = await Promise.all(asked);
    const sum = (all: [string, number][]) => all.reduce((total, [, size]) => total + size, 0);
    const all = sum(weights);
    const script = sum(weights.filter(([type]) => type === 'script'));
    const shift = await page.evaluate(() => (window as never as { shift?: number }).shift ?? 0);
    expect(all).toBeGreaterThan(20_000);
    if (all > WEIGHT.all || script > WEIGHT.script || shift >= SHIFT)
      heavy.push({ path, all, script, shift });
  });
  expect(heavy).toEqual([]);
});

test.for([
  ['NewSession', '/'],
  ['CountReadByte', measuring],
  ['runtime.newobject', '/guide/'],
  ['moved to heap', '/guide/'],
  ['leaking param', '/guide/'],
  ['glossary', '/reference/glossary/'],
  ['folklore', '/claims/'],
] as const)('the search for %s begins with a page of %s', async ([words, address], { open }) => {
  const page = await open('/');
  await page.locator('button[data-open-modal]').click();
  await page.locator('dialog input').fill(words);
  // Results have their place in the order at once, and their text as it comes.
  const result = page.locator('dialog .pagefind-ui__result').first();
  const found = await result.locator('.pagefind-ui__result-link').first().getAttribute('href');
  expect(found).toMatch(new RegExp(`^${address}`));
});

test('a page can be edited where it is kept, and has an icon for old browsers too', async ({
  guide,
  open,
}) => {
  const page = await open(measuring);
  const edit = await page.getByRole('link', { name: 'Edit page' }).getAttribute('href');
  expect(edit).toBe(`${EDIT}content/guide/measuring.md`);
  const icon = Buffer.from(await (await fetch(`${guide.url}/favicon.ico`)).arrayBuffer());
  const { format, width } = await sharp(icon.subarray(icon.readUInt32LE(18))).metadata();
  expect([icon.readUInt16LE(2), icon.readUInt32LE(14), format, width]).toEqual([
    1,
    icon.length - 22,
    'png',
    32,
  ]);
});

test('the search opens by its shortcut, ready to type', async ({ open }) => {
  const page = await open(measuring);
  await page.locator('button[data-open-modal]:enabled').waitFor();
  await page.keyboard.press('Control+k');
  await page.locator('dialog input:focus').waitFor();
  expect(await page.locator('dialog').isVisible()).toBe(true);
});

test.for([true, false])(
  'a term explains itself in place by keyboard, and Escape ends it; with script: %s',
  async (javaScriptEnabled, { open }) => {
    const page = await open(measuring, { javaScriptEnabled, ...phone });
    const term = page.locator('.escapement-term').first();
    const explanation = term.locator('[popover]');
    expect(await explanation.isVisible()).toBe(false);
    await term.locator('button').focus();
    await page.keyboard.press('Enter');
    await explanation.waitFor({ state: 'visible' });
    const box = (await explanation.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(412);
    await page.keyboard.press('Escape');
    await explanation.waitFor({ state: 'hidden' });
  },
);

test('the freshness page counts what the facts count, and leads to each example', async ({ guide, open }) => {
  const facts = (await (await fetch(`${guide.url}/facts.json`)).json()) as {
    counts: { examples: number; claims: number };
  };
  const page = await open('/reference/freshness/');
  const shown = await page.locator('.counts dd').allTextContents();
  expect(shown.slice(0, 2).map(Number)).toEqual([facts.counts.examples, facts.counts.claims]);
  expect(await page.locator('.freshness tbody tr').count()).toBe(facts.counts.examples);
  const links = await page
    .locator('.freshness tbody a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  const dead: string[] = [];
  for (const [pathname, addresses] of Map.groupBy(links, (link) => new URL(link).pathname)) {
    const html = await (await fetch(guide.url + pathname)).text();
    const led = ({ hash }: URL) => hash === '' || html.includes(`id="${hash.slice(1)}"`);
    dead.push(...addresses.filter((link) => !led(new URL(link))));
  }
  expect(dead).toEqual([]);
});

test('the page of claims has each sentence of claims.json under its verdict, and leads to its place', async ({
  guide,
  open,
}) => {
  const { claims } = (await (await fetch(`${guide.url}/claims.json`)).json()) as {
    claims: { id: string; page: string; verdict: string; sentence?: string }[];
  };
  const page = await open('/claims/');
  const shown = await page.locator('.escapement-claims li').evaluateAll((items) =>
    items.map((item) => ({
      id: item.querySelector('.id')!.textContent.trim(),
      verdict: item.closest('section')!.dataset['verdict']!,
      sentence: item.querySelector('.sentence')!.textContent,
      address: (item.querySelector('.id') as HTMLAnchorElement).href,
    })),
  );
  const told = claims.flatMap(({ id, page: at, verdict, sentence }) =>
    sentence && at.startsWith('/guide/') ? { id, verdict, sentence } : [],
  );
  expect(new Set(shown.map(({ id, verdict, sentence }) => ({ id, verdict, sentence })))).toEqual(
    new Set(told),
  );
  // Each page is loaded once: from one address on it to the next is no way.
  for (const { address, sentence } of shown.toSorted((one, other) =>
    one.address.localeCompare(other.address),
  )) {
    await page.goto(address);
    expect(await page.locator('.escapement-claim:target').textContent()).toContain(sentence.slice(0, 20));
  }
});

test('a page says what it was checked with, where all its examples are listed', async ({ open }) => {
  const page = await open(measuring);
  const line = page.locator('.checked');
  expect(await line.textContent()).toMatch(
    /Checked with go1\.[\d.]+ \w+\/\w+\s*\d+ examples\s*\d+ claims? checked\s*timings from\s+\d{4}-\d\d-\d\d/,
  );
  await line.locator('a').click();
  await page.waitForURL('**#guide-measuring');
  await page.locator('#guide-measuring').waitFor();
});

test('each page has a card of its own, and says what it is to machines', async ({ guide }) => {
  const cards = new Set<string>();
  for (const path of guide.pages) {
    const html = fromHtml(await (await fetch(guide.url + path)).text());
    const card = String(select('meta[property="og:image"]', html)!.properties['content']);
    const [told] = select('script[type="application/ld+json"]', html)!.children;
    const article = JSON.parse((told as { value: string }).value) as Record<string, unknown>;
    expect(article).toMatchObject({ '@type': 'TechArticle', image: card });
    const { pathname } = new URL(card);
    cards.add(pathname);
    const picture = await (await fetch(guide.url + pathname)).arrayBuffer();
    const { width, height, format } = await sharp(Buffer.from(picture)).metadata();
    expect([path, format, width, height]).toEqual([path, 'png', 1200, 630]);
  }
  // Pages without a source of their own share the card of the home page.
  expect(cards.size).toBeGreaterThan(guide.pages.length - 3);
});

test.for([
  [1280, 900],
  [375, 760],
] as const)(
  'the first screen of the home page shows a mark in a program, at %i × %i',
  async ([width, height], { open }) => {
    const page = await open('/', { viewport: { width, height } });
    const box = (await page.locator('.esc-mark').first().boundingBox())!;
    expect(box.y + box.height).toBeLessThan(height);
  },
);
