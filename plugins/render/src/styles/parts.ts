/** Of how many stretches on a line the stylesheet knows the parts. */
const PARTS = 12;

/** An expression that comes in parts, because another crosses it, is highlighted with all of them. */
export const parts = Array.from({ length: PARTS }, (_, part) => {
  const one = `[data-part='${part}']`;
  return `:is(.ec-line, .esc-line):has(${one}:is(:target, .esc-named)) ${one} { background: var(--esc-wash); box-shadow: 0 0 0 2px var(--esc-wash); }`;
}).join('\n');
