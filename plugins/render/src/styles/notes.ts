/** The section below a block. Margins are all given, as hosts reset them differently. */
export const notes = `
.esc-notes {
  margin: 0;
  padding: 0.35rem 0 0;
  --esc-indent: 1.9rem;
  font-size: 0.875rem;
  line-height: 1.55;
  color: var(--esc-text);
  overflow-wrap: anywhere;
  text-wrap: pretty;
}
.esc-notes p, .esc-notes ol, .esc-notes pre, .esc-notes details { margin: 0; padding: 0; border: 0; }
.esc-notes code {
  padding: 0;
  border: 0;
  background: none;
  font-family: var(--esc-mono, ui-monospace, SFMono-Regular, Menlo, Consolas, monospace);
  font-size: 0.92em;
  color: inherit;
}
.esc-notes a { color: inherit; text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
.esc-notes a:focus-visible, .esc-notes summary:focus-visible {
  outline: 2px solid currentColor;
  outline-offset: 2px;
  border-radius: 2px;
}

.esc-notes .esc-list { list-style: none; padding: 0.15rem 0 0.5rem; }
.esc-notes .esc-note {
  display: grid;
  grid-template-columns: var(--esc-indent) minmax(0, 1fr);
  margin: 0;
  padding: 0.2rem 0;
}
.esc-notes .esc-text { max-width: 44rem; }
.esc-notes .esc-note:target { background: linear-gradient(90deg, var(--esc-wash), transparent); }
.esc-notes .esc-number {
  justify-self: start;
  align-self: start;
  min-width: 1.55rem;
  font-weight: 700;
  font-variant-numeric: tabular-nums;
  text-align: center;
  text-decoration: none;
  color: var(--esc-tone);
}
.esc-notes .esc-number:hover { text-decoration: underline; }
.esc-notes .esc-verdict { font-weight: 600; color: var(--esc-tone); white-space: nowrap; margin-inline-end: 0.2em; }
.esc-notes .esc-verdict .esc-shape { width: 0.72em; height: 0.72em; margin-inline-end: 0.1em; }
.esc-notes .esc-subject { font-weight: 600; }
.esc-notes .esc-problem { white-space: pre-wrap; }
.esc-notes .esc-aside { color: var(--esc-muted); font-size: 0.92em; }

/* At least 24 px high, for fingers (WCAG 2.2, 2.5.8). */
.esc-notes summary {
  width: fit-content;
  padding-block: 0.1rem;
  cursor: pointer;
  color: var(--esc-muted);
  list-style: none;
}
.esc-notes summary::-webkit-details-marker { display: none; }
.esc-notes summary::before { content: '+\\2002'; content: '+\\2002' / ''; font-family: monospace; }
.esc-notes [open] > summary::before { content: '\\2212\\2002'; content: '\\2212\\2002' / ''; }
.esc-notes summary:hover { color: var(--esc-text); text-decoration: underline; }

.esc-notes .esc-steps {
  margin: 0.25rem 0 0.35rem;
  padding-inline-start: 1.5rem;
  list-style: decimal;
  border-inline-start: 2px solid var(--esc-line);
}
.esc-notes .esc-steps > li { margin: 0; padding-inline-start: 0.2rem; }
.esc-notes .esc-steps > li::marker { color: var(--esc-muted); font-variant-numeric: tabular-nums; }
.esc-notes .esc-message, .esc-notes .esc-evidence, .esc-notes .esc-inlined { color: var(--esc-muted); }

.esc-notes .esc-errors { border-inline-start: 3px solid var(--esc-error); padding-inline-start: 0.75rem; }
.esc-notes .esc-alarm { font-weight: 700; color: var(--esc-error); }
.esc-notes[data-status='broken'] .esc-errors {
  margin-block-end: 0.5rem;
  padding: 0.6rem 0.75rem 0.2rem;
  border: 2px solid var(--esc-error);
}

.esc-notes .esc-bar {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: 0 1.25rem;
  padding-inline-start: var(--esc-indent);
  font-size: 0.8125rem;
  color: var(--esc-muted);
}
.esc-notes .esc-checked { margin-inline-end: auto; }
.esc-notes .esc-checked .esc-shape {
  width: 0.7rem;
  height: 0.7rem;
  margin-inline: -1.35rem 0.65rem;
}
.esc-notes .esc-links { display: flex; flex-wrap: wrap; gap: 0 0.9rem; }
.esc-notes .esc-links a { text-decoration-color: var(--esc-line); }
.esc-notes .esc-links a:hover { color: var(--esc-text); text-decoration-color: currentColor; }
.esc-notes .esc-links a:not([hidden])::after { content: '\\2197\\FE0E'; content: '\\2197\\FE0E' / ''; font-size: 0.85em; margin-inline-start: 0.15em; }
.esc-notes .esc-output {
  display: block;
  margin: 0.35rem 0 0.5rem;
  padding: 0.6rem 0.75rem;
  border: 1px solid var(--esc-line);
  border-radius: 0;
  background: none;
  white-space: pre-wrap;
  tab-size: 4;
  color: var(--esc-text);
}
.esc-notes .esc-output > code { padding: 0; font-size: 0.75rem; line-height: 1.6; white-space: inherit; }
.esc-notes .esc-command { font-weight: 700; }
.esc-notes .esc-command::before { content: '$ '; color: var(--esc-muted); }
`;
