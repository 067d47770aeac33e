/** The note that a script opens beside a mark. Never selected, so that it is in no copied text. */
export const popover = `
.esc-popover {
  position: absolute;
  inset: auto;
  box-sizing: border-box;
  width: min(32rem, calc(100vw - 1rem));
  margin: 0;
  padding: 0.25rem 0.75rem 0.25rem 0.35rem;
  overflow: auto;
  overscroll-behavior: contain;
  border: 1px solid var(--esc-line);
  border-radius: 0.3rem;
  background: var(--esc-ground);
  box-shadow: 0 0.15rem 0.4rem rgb(0 0 0 / 0.1), 0 0.5rem 1.5rem rgb(0 0 0 / 0.12);
  user-select: none;
  -webkit-user-select: none;
}
.esc-popover:focus-visible { outline: 2px solid var(--esc-caller); outline-offset: -1px; }
.esc-popover .esc-list { padding: 0; }
@media print { .esc-popover { display: none !important; } }
`;
