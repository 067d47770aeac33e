import { compareSamples } from './compare.ts';
import { summarize } from './summary.ts';

/** The last row of a comparison: geometric means over its other rows, each absent where a value is 0. */
export interface Geomeans {
  base?: number;
  other?: number;
  /** Of the ratios of the medians, significant or not; absent where one of them has none. */
  ratio?: number;
}

/** The geometric mean; undefined for no values and for ones that are not above 0. */
export function geomean(values: number[]): number | undefined {
  if (values.length === 0 || values.some((value) => value <= 0)) return undefined;
  return Math.exp(values.reduce((mean, value, at) => mean + (Math.log(value) - mean) / (at + 1), 0));
}

/** The geomean row of a comparison, as benchstat prints it; each row has the samples of a baseline and others. */
export function geomeansOf(rows: { base: number[]; other: number[] }[]): Geomeans {
  const median = (samples: number[]) => summarize(samples).median;
  const ratios = rows.map(({ base, other }) => compareSamples(base, other).ratio);
  const ratio = ratios.every((one) => one !== undefined) ? geomean(ratios) : undefined;
  const base = geomean(rows.map((row) => median(row.base)));
  const other = geomean(rows.map((row) => median(row.other)));
  return {
    ...(base !== undefined && { base }),
    ...(other !== undefined && { other }),
    ...(ratio !== undefined && { ratio }),
  };
}
