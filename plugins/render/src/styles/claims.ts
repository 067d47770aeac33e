/**
 * A claim that the build has judged: the sentence between a quiet head with its verdict and the evidence.
 * The verdict is a word with a shape in front, so that colour says nothing by itself. A list of claims
 * (\`.escapement-claims\`) heads those of each verdict so.
 */
export const claims = `
[data-verdict]:is(.escapement-claim, .escapement-claims) {
  --claim-tone: var(--esc-stack);
  --claim-shape: polygon(14% 54%, 28% 40%, 42% 54%, 74% 18%, 88% 30%, 43% 82%);
}
.escapement-claim {
  margin-block: 1.25rem;
  padding: 0.6rem 1rem 0.7rem;
  border: 1px solid var(--esc-line);
  border-inline-start: 3px solid var(--claim-tone);
  border-radius: 0.25rem;
  break-inside: avoid;
}
[data-verdict='refuted']:is(.escapement-claim, .escapement-claims) {
  --claim-tone: var(--esc-heap);
  --claim-shape: polygon(20% 8%, 50% 38%, 80% 8%, 92% 20%, 62% 50%, 92% 80%, 80% 92%, 50% 62%, 20% 92%, 8% 80%, 38% 50%, 8% 20%);
}
[data-verdict='depends']:is(.escapement-claim, .escapement-claims) {
  --claim-tone: var(--esc-bounded);
  --claim-shape: polygon(10% 42%, 50% 42%, 50% 12%, 92% 50%, 50% 88%, 50% 58%, 10% 58%);
}
.escapement-claim:target { background: var(--esc-wash); }
.escapement-claim > * { margin-block: 0; }
.escapement-claim > * + * { margin-block-start: 0.35rem; }
.escapement-claim-head { display: flex; gap: 0.75rem; align-items: baseline; font-size: 0.8125rem; }
.escapement-claim-head a {
  min-block-size: 24px;
  min-inline-size: 24px;
  color: var(--esc-muted);
  font-family: var(--esc-mono, ui-monospace, SFMono-Regular, Menlo, Consolas, monospace);
  text-decoration: none;
}
.escapement-claim-head a:is(:hover, :focus-visible) { text-decoration: underline; }
.escapement-verdict { color: var(--claim-tone); }
.escapement-verdict::before {
  content: '';
  display: inline-block;
  width: 0.86em;
  height: 0.86em;
  margin-inline-end: 0.37em;
  background: currentColor;
  clip-path: var(--claim-shape);
  forced-color-adjust: auto;
}
.escapement-claim-evidence { font-size: 0.8125rem; line-height: 1.5; color: var(--esc-muted); }
.escapement-claim-evidence p { margin: 0; overflow-wrap: anywhere; }
.escapement-claim-evidence a { color: inherit; }
`;
