/** Paper and forced colours. */
export const print = `
@media print {
  .esc-notes { break-inside: auto; }
  .esc-notes .esc-note { break-inside: avoid; }
  .esc-notes .esc-why::details-content { content-visibility: visible; block-size: auto; }
}

@media (forced-colors: active) {
  .esc-span:is(:target, .esc-named), .esc-mark:is(:target, .esc-named), .esc-mark:has(> .esc-refs > :target), .esc-notes .esc-note:target {
    outline: 2px solid Highlight;
  }
  .esc-sign, .esc-ref, .esc-notes .esc-verdict, .esc-notes .esc-number { color: CanvasText; }
}
`;
