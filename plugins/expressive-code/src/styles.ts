import { blockStyles } from '@escapement/render';

/** The render package's stylesheet, and what concerns Expressive Code's own lines. */
export const baseStyles = `${blockStyles}
/* Columns of a tab: as gofmt thinks of it, and half where a line has no room. */
pre > code { --esc-tab: 4; tab-size: var(--esc-tab); }
@media (max-width: 30em) {
  pre > code { --esc-tab: 2; }
}
pre.wrap .ec-line .code { min-width: min(12ch, var(--ecMaxLine, 12ch)); }
`;
