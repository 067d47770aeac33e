/** A word that opens its explanation: a quiet button, and a card where the browser can hang it on the word. */
export const terms = `
.escapement-term > button {
  all: unset;
  cursor: help;
  text-decoration: underline dotted 1px;
  text-underline-offset: 0.25em;
}
.escapement-term > button:hover { text-decoration-style: solid; }
.escapement-term > button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; border-radius: 2px; }
.escapement-term > [popover] {
  position: fixed;
  max-width: min(24rem, 100vw - 2rem);
  margin: auto;
  padding: 0.75rem 1rem;
  border: 1px solid var(--esc-line);
  border-radius: 0.35rem;
  background: var(--esc-ground);
  color: var(--esc-text);
  font-size: 0.875rem;
  font-style: normal;
  line-height: 1.55;
  box-shadow: 0 2px 8px rgb(0 0 0 / 0.15);
}
@supports (position-area: block-end) {
  .escapement-term > [popover] {
    position-area: block-end span-inline-end;
    position-try-fallbacks: flip-block, flip-inline, flip-block flip-inline;
    margin: 0.4rem 0;
  }
}
@media print {
  .escapement-term > button { text-decoration: none; }
}
`;
