import { styles as renderStyles } from '@escapement/render';

/** Frames and lines: what Expressive Code brings along elsewhere. */
const frames = `
.esc-block { margin-block: 1.5rem; }
.esc-frame { margin: 0; }
.esc-title {
  width: fit-content;
  max-width: 100%;
  margin: 0 0 0.35rem;
  font: 600 0.8125rem/1.4 var(--esc-mono, ui-monospace, SFMono-Regular, Menlo, Consolas, monospace);
  color: var(--esc-muted);
  overflow-wrap: anywhere;
}
.esc-code {
  position: relative;
  margin: 0;
  padding: 0.75rem 0;
  border: 1px solid var(--esc-line);
  border-radius: 0.25rem;
  background: light-dark(var(--shiki-light-bg), var(--shiki-dark-bg));
  color: light-dark(var(--shiki-light), var(--shiki-dark));
  font-size: 0.84375rem;
  line-height: 1.65;
}
.esc-code > code {
  --esc-tab: 4;
  display: block;
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font-family: var(--esc-mono, ui-monospace, SFMono-Regular, Menlo, Consolas, monospace);
  font-size: inherit;
  tab-size: var(--esc-tab);
}
.esc-line { display: flex; }
.esc-line > .esc-gutter { flex: none; }
/* Long lines wrap, their rest further in: on a phone every mark is in sight, and nothing scrolls sideways. */
.esc-source {
  flex: 1;
  min-width: 0;
  padding-inline: calc(clamp(0.5rem, 2vw, 0.9rem) + var(--esc-hang, 4ch)) clamp(0.5rem, 2vw, 0.9rem);
  text-indent: calc(-1 * var(--esc-hang, 4ch));
  white-space: pre-wrap;
  overflow-wrap: anywhere;
}
.esc-source span[style*='--shiki-light'] {
  color: light-dark(var(--shiki-light), var(--shiki-dark));
  font-style: var(--shiki-light-font-style);
  font-weight: var(--shiki-light-font-weight);
}
.esc-end { text-indent: 0; }
.esc-copy {
  position: absolute;
  inset-block-start: 0.4rem;
  inset-inline-end: 0.4rem;
  margin: 0;
  padding: 0.15rem 0.5rem;
  border: 1px solid var(--esc-line);
  border-radius: 0.25rem;
  background: var(--esc-ground);
  color: var(--esc-muted);
  font: 500 0.75rem/1.5 var(--esc-sans, system-ui, sans-serif);
  cursor: pointer;
  user-select: none;
}
.esc-copy:is(:hover, :focus-visible) { color: var(--esc-text); border-color: currentColor; }
/* Where something can hover, it appears with the pointer or the focus; elsewhere it is there. */
@media (hover: hover) {
  .esc-code:not(:hover) > .esc-copy:not(:focus-visible) { opacity: 0; }
}
@media (max-width: 30em) {
  .esc-code > code { --esc-tab: 2; }
}
@media print {
  .esc-copy { display: none; }
  .esc-code { background: none; color: var(--shiki-light); }
  .esc-source span[style*='--shiki-light'] { color: var(--shiki-light); }
}
`;

/** The stylesheet of everything that a page can have: blocks, notes, tables, charts, claims, terms, numbers. */
export const styles: string = `${renderStyles}${frames}`;
