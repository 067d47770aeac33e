/** Tables and charts that stand by themselves on a page. */
export const figures = `
.esc-figure {
  container-type: inline-size;
  margin: 1.75rem 0;
  padding: 0;
  border: 0;
  font-size: 0.875rem;
  line-height: 1.5;
  color: var(--esc-text);
}
.esc-figure > :not(:first-child) { margin-block-start: 0.9rem; }
.esc-figure code {
  padding: 0;
  border: 0;
  background: none;
  font-family: var(--esc-mono, ui-monospace, SFMono-Regular, Menlo, Consolas, monospace);
  font-size: 0.92em;
  color: inherit;
}
.esc-figure .esc-caption { font-weight: 600; text-wrap: balance; }
.esc-figure .escapement-provenance { margin: 0.6rem 0 0; font-size: 0.8125rem; color: var(--esc-muted); text-wrap: pretty; }
.esc-figure a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
.esc-figure :is(a, summary):focus-visible { outline: 2px solid currentColor; outline-offset: 2px; border-radius: 2px; }
.esc-figure:target > .esc-caption { background: var(--esc-wash); box-shadow: 0 0 0 0.2em var(--esc-wash); }

.esc-figure table {
  display: table;
  width: fit-content;
  min-width: min(100%, 24rem);
  max-width: 100%;
  margin: 0;
  border-collapse: collapse;
  font-variant-numeric: tabular-nums;
}
.esc-figure table :is(th, td) {
  padding: 0.35rem 0 0.35rem 1.1rem;
  border: 0;
  border-block-end: 1px solid var(--esc-line);
  font-weight: inherit;
  text-align: start;
  vertical-align: baseline;
}
.esc-figure table :is(th, td):first-child { padding-inline-start: 0; }
.esc-figure table :is(th, td)[align='right'] { text-align: end; }
.esc-figure table td[align='right'] { white-space: nowrap; }
.esc-figure table :is(tbody th, td:not([align='right'])) { overflow-wrap: break-word; }
.esc-figure table :is(tbody th, td:not([align='right'])) code { overflow-wrap: anywhere; }
.esc-figure table :is(tbody th, td):has(> code, > a > code) { min-width: 5.5rem; }
.esc-figure table :is(tbody th, td:not([align='right'])):last-child { min-width: 5.5rem; overflow-wrap: anywhere; }
.esc-figure table thead th { border-block-end-color: var(--esc-muted); color: var(--esc-muted); font-size: 0.8125rem; vertical-align: bottom; }
.esc-figure table strong { font-weight: 650; }
.esc-figure table .esc-verdict { color: var(--esc-tone); }
.esc-figure .esc-shape { display: inline-block; width: 0.8em; height: 0.8em; margin-inline-end: 0.1em; fill: currentColor; fill-rule: evenodd; vertical-align: baseline; }
.esc-heat { display: inline-block; min-width: 6rem; }
.esc-heat::after {
  display: block;
  width: var(--esc-part);
  margin-inline-start: auto;
  border-block-end: 4px solid var(--esc-heap);
  content: '';
}
.escapement-profile td code { white-space: pre-wrap; overflow-wrap: anywhere; }

/* Where there is no room for columns each row is a card: its name, and below it numbers behind their words. */
@container (max-width: 36rem) {
  .esc-figure table, .esc-figure table tbody { display: block; width: 100%; min-width: 0; }
  .esc-figure table thead { position: absolute; display: block; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .esc-figure table tbody tr { display: block; padding-block: 0.5rem; border-block-end: 1px solid var(--esc-line); }
  .esc-figure table tbody tr:first-child { border-block-start: 1px solid var(--esc-line); }
  .esc-figure table tbody :is(th, td) { display: block; min-width: 0; padding: 0.1rem 0; border: 0; overflow-wrap: anywhere; }
  .esc-figure table tbody th { font-weight: 650; text-align: start; }
  /* The word floats in the padding: in a grid each part of the cell, a verdict and its line, would be one by itself. */
  .esc-figure table tbody td { --esc-word: max(6.5rem, 32cqi); display: flow-root; padding-inline-start: calc(var(--esc-word) + 0.75rem); }
  .esc-figure table tbody td[align='right'] { text-align: start; white-space: normal; }
  .esc-figure table tbody td:empty { display: none; }
  .esc-figure table tbody td::before { float: inline-start; width: var(--esc-word); margin-inline-start: calc(-0.75rem - var(--esc-word)); color: var(--esc-muted); content: attr(data-label); content: attr(data-label) / ''; }
  .escapement-profile tbody th::before { content: 'Line '; }
  .esc-heat::after { margin-inline-start: 0; }
}

/* What a program printed, tied to the program above it. */
.escapement-output { margin: 0.75rem 0 1.75rem; padding: 0; border: 0; }
.escapement-output > figcaption {
  margin: 0;
  padding: 0.2rem 0.75rem;
  border: 1px solid var(--esc-line);
  border-block-end: 0;
  border-radius: 0.25rem 0.25rem 0 0;
  font-size: 0.8125rem;
  line-height: 1.55;
  color: var(--esc-muted);
}
.escapement-output > figcaption a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
.escapement-output > figcaption a:hover { color: var(--esc-text); }
.escapement-output > figcaption strong { font-weight: 650; color: var(--esc-text); }
/* Twice, to count for more than a site's own space around blocks. */
.escapement-output.escapement-output > .expressive-code { margin: 0; }
.escapement-output .expressive-code pre { border-start-start-radius: 0; border-start-end-radius: 0; }

.esc-more > * + * { margin-block-start: 0.75rem; }
.esc-more > summary { width: fit-content; cursor: pointer; list-style: none; font-size: 0.8125rem; color: var(--esc-muted); }
.esc-more > summary::-webkit-details-marker { display: none; }
.esc-more > summary::before { content: '+\\2002'; content: '+\\2002' / ''; font-family: monospace; }
.esc-more[open] > summary::before { content: '\\2212\\2002'; content: '\\2212\\2002' / ''; }
.esc-more > summary:hover { color: var(--esc-text); text-decoration: underline; }
`;
