/**
 * Blocks far from what is in sight are laid out when the reader comes near: a long page has thousands of
 * elements in them. Where the address names a place on the page, everything is laid out at once, so that the
 * place is where it was looked for; so it is on paper.
 */
export const distant = `
@media screen {
  :root:not(:has(:target)) .esc-block {
    content-visibility: auto;
    contain-intrinsic-block-size: auto calc(var(--esc-rows, 20) * 1.4rem);
    overflow-clip-margin: 0.5rem;
  }
}
`;
