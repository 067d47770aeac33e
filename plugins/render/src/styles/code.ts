/** Marks inside the code: expressions, references, the sign of a line. */
export const code = `
.esc-mark {
  text-decoration: underline 2px var(--esc-tone);
  text-decoration-skip-ink: none;
  text-underline-offset: 0.3em;
}
.esc-mark[data-tone='stack'], .esc-mark[data-tone='static'] {
  text-decoration-style: dotted;
  text-decoration-thickness: 1.5px;
}
.esc-mark[data-tone='caller'], .esc-mark[data-tone='bounded'] { text-decoration-style: dashed; }
.esc-mark[data-tone='grows'] { text-decoration-style: double; text-decoration-thickness: 1px; }
.esc-mark[data-tone='unproven'], .esc-mark[data-tone='error'] {
  text-decoration-style: wavy;
  text-decoration-thickness: 1.5px;
}
.esc-mark:has(.esc-mark) { text-underline-offset: 0.5em; }

.esc-span:target, .esc-mark:target, .esc-mark:has(> .esc-refs > :target) {
  border-radius: 2px;
  background: var(--esc-wash);
  outline: 2px solid var(--esc-wash);
}

.esc-refs {
  position: relative;
  display: inline-block;
  width: 0;
  height: 0;
  text-indent: 0;
  white-space: nowrap;
  user-select: none;
  -webkit-user-select: none;
}
.esc-ref {
  position: relative;
  bottom: 0.62em;
  display: inline-block;
  padding: 0 0.18em;
  border-radius: 0.4em;
  font: 700 0.66em/1.2 system-ui, sans-serif;
  color: var(--esc-tone);
  text-decoration: none;
}
.esc-ref::before { content: attr(data-number); }
.esc-ref::after { position: absolute; inset: -0.5em -0.2em; content: ''; }
.esc-ref:hover { text-decoration: underline; }
.esc-ref:focus-visible { outline: 2px solid var(--esc-tone); outline-offset: 1px; }

.esc-sign { display: inline-flex; color: var(--esc-tone); }
.esc-shape { flex: none; fill: currentColor; fill-rule: evenodd; }
`;
