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
  /** Of both numbers; seconds by default, empty for a count. */
  unit?: 'MB' | '';
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
    return `${what}: ${amount(ours, unit)} ÷ ${against}: ${amount(baseline, unit)} = ${ratio.toFixed(2)}${goal}`;
  });
  return [machineLine(), ...lines].join('\n');
}

function amount(value: number, unit: string): string {
  return unit === '' ? String(value) : `${value.toFixed(2)} ${unit}`;
}
