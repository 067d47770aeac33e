import { blockStyles } from '@escapement/render';

/** The render package's stylesheet, and what concerns Expressive Code's own lines. */
export const baseStyles = `${blockStyles}
/* Columns of a tab: as gofmt thinks of it, and half where a line has no room. */
pre > code { --esc-tab: 4; tab-size: var(--esc-tab); }
@media (max-width: 30em) {
  pre > code { --esc-tab: 2; }
}
@media (forced-colors: active) {
  /* The icon is a background, and what is half transparent is too faint where every colour has a meaning. */
  .copy button::before { opacity: 1; }
  .copy button::after { background-color: ButtonText; }
  /* The place of a marked line's rule is a transparent border, which is drawn here. */
  .ec-line .code:first-child { border-color: Canvas; }
}
pre.wrap .ec-line .code { min-width: min(12ch, var(--ecMaxLine, 12ch)); }
`;
