/**
 * A number in a sentence that leads to its source. A pointer gets the source as the browser shows titles;
 * for the keyboard, which gets nothing by itself, the same words stand below the line.
 */
export const fact = `
a.escapement-fact {
  color: inherit;
  font-variant-numeric: tabular-nums;
  text-decoration: underline dotted 1px;
  text-underline-offset: 0.22em;
}
a.escapement-fact:hover { text-decoration-style: solid; }
a.escapement-fact:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; border-radius: 2px; }
:has(> .escapement-fact:focus-visible) { position: relative; }
.escapement-fact:focus-visible::after {
  position: absolute;
  inset-inline: 0;
  z-index: 2;
  width: fit-content;
  max-width: 100%;
  margin-block-start: 1.7em;
  padding: 0.3em 0.6em;
  border: 1px solid var(--esc-line);
  border-radius: 0.25rem;
  background: var(--esc-ground, Canvas);
  box-shadow: 0 2px 8px rgb(0 0 0 / 0.15);
  font-size: 0.8125rem;
  font-weight: 400;
  line-height: 1.4;
  color: var(--esc-text);
  content: attr(title);
  content: attr(title) / '';
}
@media print {
  a.escapement-fact { text-decoration: none; }
  .esc-figure { break-inside: avoid; }
  .esc-more:not([open]) { display: none; }
  del.esc-row, ins.esc-row { background: none; }
}
@media (forced-colors: active) {
  .esc-plot { color: CanvasText; }
  .esc-plot :is(.esc-whisker, .esc-series, .esc-zero) { stroke: CanvasText; }
  .esc-plot .esc-median, .esc-plot .esc-name, .esc-plot .esc-value { fill: CanvasText; }
  .esc-plot .esc-sample { fill: none; stroke: CanvasText; }
  del.esc-row, ins.esc-row { border-inline-start: 3px solid CanvasText; }
  .esc-figure:target > .esc-caption { outline: 2px solid Highlight; }
  .esc-figure .esc-verdict { color: CanvasText; }
}
`;
