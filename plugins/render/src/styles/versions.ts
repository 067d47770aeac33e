import { LAYERS } from '../layers.ts';

/** The versions of a block: each is a layer of marks and notes, and those not chosen are hidden. */
export const versions = `
${Array.from({ length: LAYERS }, (_, layer) => hidden(layer)).join('\n')}
.esc-block:has(.esc-views :checked:not([value='escape'])) :is(.esc-versions, .esc-change) { display: none; }
.esc-change { display: inline-flex; flex-wrap: wrap; gap: 0 1.5ch; margin-inline-end: 1ch; white-space: normal; }
.esc-change > span { display: inline-flex; align-items: center; gap: 0.5ch; line-height: 1.4; color: var(--esc-tone); }
.esc-change > span::before { content: attr(data-names); color: var(--esc-muted); font-weight: 400; }
.esc-change > span::after { content: attr(data-words); }
.esc-change .esc-shape { width: 0.8em; height: 0.8em; }
.esc-notes .esc-failed { padding-inline-start: var(--esc-indent); font-weight: 600; color: var(--esc-error); }
`;

function hidden(layer: number): string {
  const other = `.esc-block:not(:has(.esc-versions [data-layer='${layer}']:checked))`;
  return `${other} :is(.esc-refs, .esc-sign, .esc-words, .esc-list, .esc-failed)[data-layer='${layer}'] { display: none; }
${other} .esc-mark[data-layer='${layer}'] { text-decoration-line: none; }`;
}
