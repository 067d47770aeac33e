/** A middle with its 95 % interval, in the unit of its chart; `low` and `high` are absent with few samples. */
export interface Interval {
  median: number;
  low?: number;
  high?: number;
}

/** Medians with their intervals, one row for each. */
export interface IntervalChart {
  kind: 'intervals';
  unit: string;
  /** `label` is the median in words: `614 ns`. */
  rows: (Interval & { name: string; label: string })[];
}

/** Medians with their intervals over a numeric parameter, one line for each series. */
export interface LineChart {
  kind: 'lines';
  unit: string;
  /** Name of the parameter: `n`. */
  parameter: string;
  series: { name: string; points: (Interval & { at: number })[] }[];
}

/** Every sample of some rows, with the median of each. */
export interface SampleChart {
  kind: 'samples';
  unit: string;
  rows: { name: string; samples: number[]; median: number }[];
}

/**
 * What a chart shows. The numbers come from whoever makes the table beside it, so that both say the same:
 * nothing is computed here but places on the picture.
 */
export type Chart = (IntervalChart | LineChart | SampleChart) & {
  /** The finding in words, for who does not see the picture. */
  description: string;
};
