import { viewIds } from '../views/types.ts';

/**
 * The tabs of a block, and what each of them shows. Everything is in the page once; without support for
 * `:has()` the escapes stay.
 */
export const views = `
.esc-tabs {
  display: flex;
  flex-wrap: wrap;
  gap: 0 0.9rem;
  min-width: 0;
  margin: 0;
  padding: 0;
  border: 0;
}
.esc-tabs > legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.esc-tab { position: relative; margin: 0; cursor: pointer; }
.esc-tab > input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: inherit; }
.esc-tab > span { display: inline-block; padding-block: 0.15rem; border-block-end: 2px solid transparent; }
.esc-tab:hover > span { color: var(--esc-text); border-color: var(--esc-line); }
.esc-tab > :checked + span { color: var(--esc-text); border-color: currentColor; }
.esc-tab > :focus-visible + span { outline: 2px solid currentColor; outline-offset: 2px; border-radius: 2px; }

.esc-panel:not([data-view='escape']), .esc-label { display: none; }
${others(':is(.esc-panel[data-view="escape"], .esc-refs, .esc-sign, .esc-end > .esc-words)')} { display: none; }
${others('.esc-mark')} { text-decoration-line: none; }
${viewIds.map(shown).join('\n')}

.esc-label { margin-inline-end: 1.5ch; color: var(--esc-muted); font-weight: 500; white-space: normal; }
.esc-label[data-weight='cost'] { font-weight: 700; color: var(--esc-heap); }
.esc-label::before { content: attr(data-words); }

.esc-bar-label {
  display: none;
  box-sizing: border-box;
  width: 100%;
  padding-inline-end: 0.5rem;
  font: 600 0.7rem/1.15 var(--esc-sans, system-ui, sans-serif);
  font-variant-numeric: tabular-nums;
  text-align: end;
  white-space: nowrap;
  color: var(--esc-text);
}
.esc-bar-label::before { content: attr(data-words); }
/* A border, not a ground: it is there on paper and in forced colours. */
.esc-bar-label::after {
  display: block;
  width: calc(var(--esc-share) * 100%);
  min-width: 2px;
  margin-inline-start: auto;
  border-block-end: 3px solid var(--esc-heap);
  content: '';
}
.esc-block:has(.esc-views [value='profile']:checked) .esc-gutter { width: 5rem; }

@media (forced-colors: active) {
  .esc-tab > span { border-color: Canvas; }
  .esc-tab > :checked + span { border-color: Highlight; }
}

@media print {
  .esc-tabs, .esc-notes .esc-links { display: none; }
  .esc-panel[data-view='escape'] { display: block !important; }
  .esc-refs { display: inline-block !important; }
  .esc-mark { text-decoration-line: underline !important; }
}
`;

/** What is so while another view than that of the escapes is chosen. */
function others(selector: string): string {
  return `.esc-block:has(.esc-views :checked:not([value='escape'])) ${selector}`;
}

function shown(id: string): string {
  const chosen = `.esc-block:has(.esc-views [value='${id}']:checked)`;
  return `${chosen} .esc-panel[data-view='${id}'] { display: block; }
${chosen} .esc-label[data-view='${id}'] { display: inline; }
${chosen} .esc-bar-label[data-view='${id}'] { display: block; }`;
}
