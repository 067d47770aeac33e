import { diffCode } from '@escapement/facts';
import { toHtml } from 'hast-util-to-html';
import { expect, it } from 'vitest';
import { drawChart, renderDiff, type Chart } from '../src/index.ts';

const charts: Record<string, Chart> = {
  intervals: {
    kind: 'intervals',
    unit: 'ns',
    description: 'Median time per operation: Read 620 ns; ReadByte 420 ns, −32 % against Read; Empty 2 ns.',
    rows: [
      { name: 'Read', median: 620, low: 600, high: 680, label: '620 ns' },
      { name: 'ReadByte', median: 420, low: 400, high: 460, label: '420 ns' },
      { name: 'Empty', median: 2, label: '2.00 ns' },
    ],
  },
  lines: {
    kind: 'lines',
    unit: 'µs',
    parameter: 'n',
    description: 'Median time per operation: Grow grows faster than Make.',
    series: [
      {
        name: 'Grow',
        points: [16, 256, 4096].map((at) => ({ at, median: at ** 0.6, low: at ** 0.59, high: at ** 0.62 })),
      },
      { name: 'Make', points: [16, 256, 4096].map((at) => ({ at, median: at ** 0.5 })) },
    ],
  },
  decades: {
    kind: 'lines',
    unit: 'ms',
    parameter: 'n',
    description: 'Median time per operation: n=10 110 ns; n=1000 8.00 µs; n=100000 1.70 ms.',
    series: [
      {
        name: 'Collect',
        points: [
          { at: 10, median: 0.00011, low: 0.0001, high: 0.00014 },
          { at: 1000, median: 0.008 },
          { at: 100_000, median: 1.7, low: 1.3, high: 2 },
        ],
      },
    ],
  },
  samples: {
    kind: 'samples',
    unit: 'ns',
    description: 'Every sample: Read from 600 ns to 700 ns; ReadByte from 400 ns to 430 ns.',
    rows: [
      { name: 'Read', samples: [600, 610, 620, 660, 700], median: 620 },
      { name: 'ReadByte', samples: [400, 420, 430], median: 420 },
    ],
  },
};

it.each(Object.keys(charts))('draws %s as its snapshot', async (name) => {
  const drawn = await drawChart(charts[name]!);
  const html = toHtml({ type: 'root', children: drawn });
  await expect(page(name, `<figure class="esc-figure">${html}</figure>`)).toMatchFileSnapshot(
    `./snapshots/chart-${name}.html`,
  );
});

it('draws from zero on, so that a length is an amount', async () => {
  const [wide] = await drawChart(charts['intervals']!);
  const dots = [...toHtml(wide!).matchAll(/<circle[^>]* cx="([\d.]+)"/g)].map(([, x]) => Number(x));
  const zero = Number(/esc-zero"[^>]*><line[^>]* x1="([\d.]+)"/.exec(toHtml(wide!))![1]);
  expect((dots[0]! - zero) / (dots[1]! - zero)).toBeCloseTo(620 / 420, 2);
});

it('tells times of several decades on a logarithmic axis, each in its unit', async () => {
  const [wide] = await drawChart(charts['decades']!);
  const html = toHtml(wide!);
  for (const tick of ['100 ns', '1 µs', '10 µs', '100 µs', '1 ms', '10 ms'])
    expect(html).toContain(`>${tick}<`);
  expect(html).toContain('time per operation (logarithmic)');
});

it('is one image with the finding as its name, in a size for the page and one for phones', async () => {
  const drawn = await drawChart(charts['samples']!);
  expect(drawn).toHaveLength(2);
  for (const picture of drawn) {
    const html = toHtml(picture);
    expect(html).toContain('role="img" aria-label="Every sample: Read from 600 ns');
    expect(html).not.toMatch(/<style|aria-hidden|width="720"|\d\.\d\d/);
  }
});

const before = `package limits

type Limit struct{ Requests int }

func New(requests int) *Limit {
	limit := Limit{Requests: requests * 60}
	return &limit
}

func (l *Limit) Spend() bool {
	l.Requests--
	return l.Requests >= 0
}

// Everything below is the same.
func (l *Limit) Left() int {
	return l.Requests
}
`;
const after = before
  .replace('*Limit {\n\tlimit', 'Limit {\n\tlimit')
  .replace('&limit', 'limit')
  .replace('--', ' -= 1');

it('renders the comparison as its snapshot, and leaves out what is far from any change', async () => {
  const html = toHtml(renderDiff(diffCode(before, after)));
  expect(html).toContain('4 lines are the same');
  expect(html).not.toContain('Left');
  await expect(page('diff', `<figure class="esc-figure">${html}</figure>`)).toMatchFileSnapshot(
    './snapshots/diff.html',
  );
});

function page(title: string, body: string): string {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>`;
  const look =
    '<link rel="stylesheet" href="styles.css"><style>body { background: Canvas; color: CanvasText }</style>';
  return `<!doctype html><html lang="en">${head}${look}<body>\n${body}\n</html>\n`;
}
