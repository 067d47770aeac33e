import { diffCode, printDiff } from '@escapement/facts';
import { expect, it } from 'vitest';

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

it('compares two texts line by line, and the words of lines that are alike', () => {
  const lines = diffCode(before, after);
  expect(printDiff(lines)).toMatchInlineSnapshot(`
    " package limits
     
     type Limit struct{ Requests int }
     
    -func New(requests int) *Limit {
    +func New(requests int) Limit {
     	limit := Limit{Requests: requests * 60}
    -	return &limit
    +	return limit
     }
     
     func (l *Limit) Spend() bool {
    -	l.Requests--
    +	l.Requests -= 1
     	return l.Requests >= 0
     }
     
     // Everything below is the same.
     func (l *Limit) Left() int {
     	return l.Requests
     }"
  `);
  const emphasized = lines.flatMap(({ parts }) =>
    parts.filter(({ changed }) => changed).map(({ text }) => text),
  );
  expect(emphasized).toMatchInlineSnapshot(`
    [
      "*",
      "&",
      "-",
      " ",
      "= 1",
    ]
  `);
});

it('numbers the lines of both sides', () => {
  const lines = diffCode('a\nb\nc', 'a\nx\ny\nc');
  expect(lines.map(({ before: from, after: to }) => [from, to])).toEqual([
    [1, 1],
    [2, undefined],
    [undefined, 2],
    [undefined, 3],
    [3, 4],
  ]);
});
