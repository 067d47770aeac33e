/** Words that stand by themselves: where something comes from, and what is wrong with a page while it is written. */
export const sentences = `
.escapement-provenance { margin-block-start: 0.5rem; font-size: 0.8125rem; color: var(--esc-muted); }
.escapement-problem {
  padding: 0.25rem 0.5rem;
  border-inline-start: 0.25rem solid var(--esc-error);
  background: var(--esc-removed);
  color: var(--esc-text);
}
`;
