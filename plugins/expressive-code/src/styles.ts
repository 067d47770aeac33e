import { blockStyles } from '@escapement/render';

/** Of how many stretches on a line the stylesheet knows the parts. */
const PARTS = 12;

/** The render package's stylesheet, and what concerns Expressive Code's own lines. */
export const baseStyles = `${blockStyles}
/* Columns of a tab: as gofmt thinks of it, and half where a line has no room. */
pre > code { --esc-tab: 4; tab-size: var(--esc-tab); }
@media (max-width: 30em) {
  pre > code { --esc-tab: 2; }
}
pre.wrap .ec-line .code { min-width: min(12ch, var(--ecMaxLine, 12ch)); }
${Array.from({ length: PARTS }, (_, part) => wholePart(part)).join('\n')}
`;

/** An expression that comes in parts is highlighted with all of them. */
function wholePart(part: number): string {
  const one = `[data-part='${part}']`;
  return `.ec-line:has(${one}:is(:target, .esc-named)) ${one} { background: var(--esc-wash); box-shadow: 0 0 0 2px var(--esc-wash); }`;
}
