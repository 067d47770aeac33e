/**
 * How far the rest of a wrapped line stands in, as a CSS length in columns of `--esc-tab`; `undefined` for a
 * line that does not begin with tabs. The browser counts its tab stops from the indent, so that it must be a
 * whole number of tabs, or else the first tab of the line is cut short.
 *
 * @param hanging columns by which the rest stands further in than the first line
 */
export function wrapIndent(text: string, hanging = 0): string | undefined {
  const tabs = /^\t*/.exec(text)![0].length;
  return tabs === 0 ? undefined : `calc(${tabs + Math.ceil(hanging / 4)} * var(--esc-tab) * 1ch)`;
}
