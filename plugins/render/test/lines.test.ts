import { spanId } from '@escapement/facts';
import { expect, it } from 'vitest';
import { markLines } from '../src/index.ts';
import { strongest } from '../src/marks.ts';
import { fixture } from './fixtures.ts';

/** The marked stretches of a fixture with the numbers of their notes: `9: "&p"`, `8: "p" 1`. */
function marked(name: string): string[] {
  const { code, block } = fixture(name);
  const text = code.split('\n');
  return [...markLines(block, text)].flatMap(([index, { spans }]) =>
    spans.map(({ start, end, marks }) =>
      [`${index + 1}: "${text[index]!.slice(start, end)}"`, ...marks.map(({ number }) => number)].join(' '),
    ),
  );
}

it('marks the expressions that the compiler named, and those of their steps', () => {
  expect(marked('sites').slice(0, 6)).toEqual([
    '8: "p" 1',
    '14: "make([]byte, n)" 2',
    '24: "append(out, i)" 3',
    '31: "p.x" 5',
    '31: "sum(8)" 6 7',
    '31: ""größe:"" 4',
  ]);
});

it('makes one stretch of equal spans, inner ones first, and leaves out what is not there', () => {
  expect(marked('overlap')).toEqual([
    '3: "new(int)" 3 4',
    '3: "{new(int), nil}" 2',
    '3: "map[string][]*int{"größe": {new(int), nil}}" 1',
    '5: "π" 7',
    '5: "}" 10',
    '5: "h(π)" 6',
    '5: "g(h(π))" 5',
    '5: "return g(h" 8',
    '5: "return g(h(π))"',
  ]);
});

it('cuts a stretch to its line, and keeps the id by which the steps of a chain lead to it', () => {
  const { code, block } = fixture('sites');
  const cut = structuredClone(block);
  const span = cut.sites.flatMap(({ steps }) => steps).find((step) => step.span)!.span!;
  span.end += 500;
  const text = code.split('\n');
  const found = markLines(cut, text)
    .get(span.line - 1)!
    .spans.find(({ id }) => id === spanId(cut.id, span));
  expect(found).toMatchObject({ start: span.start, end: text[span.line - 1]!.length });
});

it('gives a compile error the word that begins at its column', () => {
  expect(marked('fails')).toEqual(['4: ""zwölf"" 1', '5: "n" 2']);
});

it('gives a problem without column its whole line', () => {
  const { block } = fixture('broken');
  const problems = [{ line: 2, message: 'no' }];
  const [line] = markLines({ ...block, problems }, ['', '\tx := 1 ']).values();
  expect(line!.spans).toMatchObject([{ start: 1, end: 7 }]);
});

it('remembers confirmed claims, and forgets those on lines that are not shown', () => {
  const { code, block } = fixture('overlap');
  const claimed = [...markLines(block, code.split('\n'))].filter(([, line]) => line.claimed);
  expect(claimed.map(([index]) => index + 1)).toEqual([3]);
});

it('finds the strongest tone', () => {
  expect(strongest([{ tone: 'stack' }, { tone: 'heap' }, { tone: 'grows' }])).toBe('heap');
  expect(strongest([])).toBeUndefined();
});
