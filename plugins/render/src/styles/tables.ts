/** The tables of inlining, checks and frames. */
export const tables = `
.esc-notes .esc-table {
  display: table;
  width: auto;
  max-width: 44rem;
  margin: 0.35rem 0 0.75rem;
  margin-inline-start: var(--esc-indent);
  border-collapse: collapse;
  font-size: 0.8125rem;
  line-height: 1.5;
  overflow-wrap: break-word;
}
.esc-notes .esc-table caption { padding-block: 0.15rem; font-weight: 600; text-align: start; }
.esc-notes .esc-table :is(th, td) {
  padding: 0.15rem 1rem 0.15rem 0;
  border: 0;
  border-block-end: 1px solid var(--esc-line);
  background: none;
  font-weight: 400;
  text-align: start;
  vertical-align: top;
}
.esc-notes .esc-table thead th { color: var(--esc-muted); }
.esc-notes .esc-table tbody th { font-variant-numeric: tabular-nums; }
.esc-notes .esc-table ul { margin: 0; padding-inline-start: 1.1rem; list-style: disc; }
.esc-notes .esc-table li { margin: 0; }
.esc-notes .esc-table code { overflow-wrap: anywhere; }
.esc-notes .esc-panel > p { padding-inline-start: var(--esc-indent); }
`;
