import type * as Plot from '@observablehq/plot';

/** What a chart is drawn on, in units that are pixels where it has all its room. */
export interface Sheet {
  name: 'wide' | 'narrow';
  width: number;
  /** Names stand above their rows, as there is no room beside them. */
  narrow: boolean;
}

/** What the library is told to draw. */
export type Plan = Plot.PlotOptions;

/** The library, and the document in which it makes its elements. */
export interface Library {
  Plot: typeof Plot;
  document: Document;
}

/** About how wide a text is in the charts' type, which is the page's own and so not known. */
export function textWidth(text: string): number {
  return text.length * 7.4;
}

/** A linear axis from zero: a truncated one makes small differences look large. */
export function axisFromZero(highest: number, unit: string): Plot.ScaleOptions {
  return { domain: [0, highest * 1.02 || 1], label: `${unit} per operation`, labelArrow: 'none', grid: true };
}
