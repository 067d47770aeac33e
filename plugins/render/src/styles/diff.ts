/** Two texts compared line by line. */
export const diff = `
.esc-diff {
  margin: 0;
  padding: 0.6rem 0;
  border: 1px solid var(--esc-line);
  border-radius: 0.25rem;
  background: none;
  font-family: var(--esc-mono, ui-monospace, SFMono-Regular, Menlo, Consolas, monospace);
  font-size: 0.8125rem;
  line-height: 1.6;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  tab-size: 4;
}
.esc-row { display: block; padding-inline: 2.6ch 0.75rem; text-decoration: none; }
.esc-plus { display: inline-block; width: 1.8ch; margin-inline-start: -1.8ch; font-weight: 700; user-select: none; -webkit-user-select: none; }
del.esc-row { background: var(--esc-removed); box-shadow: inset 3px 0 var(--esc-heap); }
ins.esc-row { background: var(--esc-added); box-shadow: inset 3px 0 var(--esc-stack); }
.esc-row mark { background: none; color: inherit; font-weight: 700; text-decoration: underline 2px; text-underline-offset: 0.2em; }
del.esc-row mark { text-decoration-color: var(--esc-heap); }
ins.esc-row mark { text-decoration-color: var(--esc-stack); }
.esc-hidden { display: block; padding: 0.15rem 0.75rem; color: var(--esc-muted); font-style: italic; user-select: none; -webkit-user-select: none; }
@container (max-width: 36rem) { .esc-diff { font-size: 0.75rem; tab-size: 2; } }
`;
