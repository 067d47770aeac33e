/** Charts: one colour of the page, one for the data. Shapes and words carry all that the colours do. */
export const charts = `
.esc-picture { width: 100%; }
.esc-wide { max-width: 46rem; }
.esc-narrow { display: none; max-width: 26rem; }
@container (max-width: 36rem) {
  .esc-wide { display: none; }
  .esc-narrow { display: block; }
}
.esc-plot {
  display: block;
  width: 100%;
  height: auto;
  overflow: visible;
  color: var(--esc-muted);
  font-variant-numeric: tabular-nums;
}
.esc-plot .esc-zero { stroke: var(--esc-muted); }
.esc-plot .esc-whisker { stroke: var(--esc-chart); stroke-width: 1.5; }
.esc-plot .esc-median { fill: var(--esc-chart); stroke: var(--esc-ground, Canvas); stroke-width: 1.5; }
.esc-plot .esc-sample { fill: var(--esc-chart); fill-opacity: 0.35; stroke: var(--esc-chart); stroke-width: 1; }
.esc-plot .esc-series { stroke: var(--esc-chart); stroke-width: 1.75; }
.esc-plot .esc-name { fill: var(--esc-text); }
.esc-plot .esc-value { fill: var(--esc-text); }
`;
