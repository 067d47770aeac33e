import { cpus } from 'node:os';

/** One measured ratio. */
export interface Ratio {
  what: string;
  /** Seconds. */
  ours: number;
  /** What it is compared with. */
  against: string;
  /** Seconds. */
  baseline: number;
  /** Of both numbers; seconds by default. */
  unit?: 'MB';
  /** The most that the ratio should be. */
  aim?: number;
}

/** The machine that the numbers are of. */
export function machineLine(): string {
  const [cpu] = cpus();
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`;
}

/** The ratios as a table for a terminal. */
export function printRatios(ratios: Ratio[]): string {
  const lines = ratios.map(({ what, ours, against, baseline, aim, unit = 's' }) => {
    const ratio = ours / baseline;
    const goal = aim === undefined ? '' : `  (aim ≤ ${aim}: ${ratio <= aim ? 'met' : 'not met'})`;
    return `${what}: ${ours.toFixed(2)} ${unit} ÷ ${against}: ${baseline.toFixed(2)} ${unit} = ${ratio.toFixed(2)}${goal}`;
  });
  return [machineLine(), ...lines].join('\n');
}
