import type { PhrasingContent, RootContent, TableRow } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Change, FactsDiff } from './types.ts';
import { noteWords, sideWords, summaryWords, valueWords } from './words.ts';

/**
 * A comparison as Markdown for a comment on a pull request: one line that says it all, a table of verdicts and
 * measured numbers, and the rest folded away. What would make it longer than such a comment may be is left
 * out from the end, and said to be.
 */
export function diffMarkdown(diff: FactsDiff, limit = LIMIT): string {
  let kept = diff.changes.length;
  for (;;) {
    const written = print(diff, kept);
    if (written.length <= limit || kept === 0) return written;
    kept = Math.floor(kept * Math.min(0.99, limit / written.length));
  }
}

/** GitHub takes 65,536 characters; a little is left for what a workflow puts around. */
const LIMIT = 65_000;

/** What a reviewer should see at once. */
const FIRST = new Set<Change['kind']>([
  'example',
  'status',
  'verdict',
  'claim',
  'allocs/op',
  'B/op',
  'ns/op',
]);

function print(diff: FactsDiff, kept: number): string {
  const inOrder = [
    ...diff.changes.filter(({ kind }) => FIRST.has(kind)),
    ...diff.changes.filter(({ kind }) => !FIRST.has(kind)),
  ];
  const shown = inOrder.slice(0, kept);
  const first = shown.filter(({ kind }) => FIRST.has(kind));
  const folded = shown.filter(({ kind }) => !FIRST.has(kind));
  const left = diff.changes.length - kept;
  const children: RootContent[] = [
    paragraph(
      { type: 'strong', children: [text(`Escapement: ${summaryWords(diff)}`)] },
      text(', from '),
      code(sideWords(diff.before)),
      text(' to '),
      code(sideWords(diff.after)),
      text('.'),
    ),
    ...(first.length > 0 ? [tableOf(first)] : []),
    ...(folded.length > 0
      ? [
          html(`<details><summary>Reasons, frames, inlining and evidence: ${folded.length}</summary>`),
          tableOf(folded),
          html('</details>'),
        ]
      : []),
    ...(left > 0
      ? [paragraph(text(`Cut here: ${left} more of the ${diff.changes.length} changes would not fit.`))]
      : []),
  ];
  return toMarkdown({ type: 'root', children }, { extensions: [gfmToMarkdown({ tablePipeAlign: false })] });
}

function tableOf(changes: Change[]): RootContent {
  const head = ['Where', 'Line', 'Of', 'What', 'Before', 'After'].map((name) => [text(name)]);
  return { type: 'table', children: [row(head), ...changes.map(cells).map(row)] };
}

function cells(change: Change): PhrasingContent[][] {
  const { page, example, claim, line, subject, kind, before, after } = change;
  const note = noteWords(change);
  const changed: PhrasingContent[] = [{ type: 'strong', children: [text(valueWords(change, after))] }];
  return [
    [text(`${page} `), code(claim ?? example ?? '')],
    line === undefined ? [] : [text(String(line))],
    subject === '' ? [] : [code(subject)],
    [text(kind)],
    [text(valueWords(change, before))],
    note === undefined ? changed : [...changed, text(` (${note})`)],
  ];
}

function row(cellsOfRow: PhrasingContent[][]): TableRow {
  return { type: 'tableRow', children: cellsOfRow.map((children) => ({ type: 'tableCell', children })) };
}

function paragraph(...children: PhrasingContent[]): RootContent {
  return { type: 'paragraph', children };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function code(value: string): PhrasingContent {
  return { type: 'inlineCode', value: value.replaceAll('\n', ' ') };
}

function html(value: string): RootContent {
  return { type: 'html', value };
}
