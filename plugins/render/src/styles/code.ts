/** Marks inside the code: expressions, references, the sign of a line and what stands at its end. */
export const code = `
.esc-mark {
  text-decoration: underline 2px var(--esc-tone);
  text-decoration-skip-ink: none;
  text-underline-offset: 0.3em;
}
.esc-mark:is([data-tone='stack'], [data-tone='static']) {
  text-decoration-style: dotted;
  text-decoration-thickness: 1.5px;
}
.esc-mark:is([data-tone='caller'], [data-tone='bounded']) { text-decoration-style: dashed; }
.esc-mark[data-tone='grows'] { text-decoration-style: double; text-decoration-thickness: 1px; }
.esc-mark:is([data-tone='unproven'], [data-tone='error']) {
  text-decoration-style: wavy;
  text-decoration-thickness: 1.5px;
}
.esc-mark:not([data-layer]):has(.esc-mark) { text-underline-offset: 0.55em; }

.esc-span, .esc-mark, .esc-ref { scroll-margin-block: 30vh; }
.esc-span:is(:target, .esc-named), .esc-mark:is(:target, .esc-named), .esc-mark:has(+ .esc-refs > :target) {
  border-radius: 2px;
  background: var(--esc-wash);
  box-shadow: 0 0 0 2px var(--esc-wash);
}

.esc-refs {
  display: inline-block;
  margin-inline-start: 0.1em;
  line-height: 0;
  text-indent: 0;
  white-space: nowrap;
  user-select: none;
  -webkit-user-select: none;
}
.esc-ref {
  position: relative;
  bottom: 0.55em;
  display: inline-block;
  padding-inline: 0.08em;
  border-radius: 0.2em;
  font: 700 0.7em/1.1 var(--esc-sans, system-ui, sans-serif);
  color: var(--esc-tone);
  text-decoration: none;
}
.esc-ref::before { content: attr(data-number); }
.esc-ref::after { position: absolute; inset: -0.5em -0.15em; content: ''; }
.esc-ref:is(:hover, :target) { text-decoration: underline; }
.esc-ref:focus-visible { outline: 2px solid var(--esc-tone); outline-offset: 1px; }

.esc-gutter {
  display: flex;
  align-items: center;
  justify-content: center;
  width: 1.5rem;
  height: 1lh;
  padding-inline-start: 0.35rem;
  user-select: none;
  -webkit-user-select: none;
}
.esc-shape { flex: none; fill: currentColor; fill-rule: evenodd; }
.esc-sign { display: inline-flex; color: var(--esc-tone); }

.esc-end {
  margin-inline-start: 2ch;
  font: 600 0.8em/1 var(--esc-sans, system-ui, sans-serif);
  white-space: nowrap;
  user-select: none;
  -webkit-user-select: none;
}
.esc-words { display: none; color: var(--esc-tone); }
.esc-words::before { content: attr(data-words); content: attr(data-words) / ''; }
.esc-tick { margin-inline: 0.6ch 1ch; color: var(--esc-muted); }
.esc-tick::before { content: '\\2713'; content: '\\2713' / ''; }
@media (min-width: 50em) {
  .esc-words { display: inline; }
}
`;
