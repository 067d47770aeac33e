import { printP, type Comparison, type Summary } from '@escapement/facts';

/** A time per operation with three significant digits and its unit: `12.3 ns`, `4.56 µs`, `1.20 ms`. */
export function formatTime(ns: number): string {
  const [scale, unit] = scaleOf(ns);
  return `${threeDigits(ns / scale)} ${unit}`;
}

/** The 95 % interval in the unit of its median: `11.9–13.1 ns`; empty where there is none. */
export function formatInterval({ median, low, high }: Summary): string {
  if (low === undefined || high === undefined) return '';
  const [scale, unit] = scaleOf(median);
  return `${threeDigits(low / scale)}–${threeDigits(high / scale)} ${unit}`;
}

/**
 * How a median differs from a baseline's: `−43 % (p<0.001)`; `~ (p=0.315)` where it can't be told from
 * noise.
 */
export function formatChange({ p, significant, ratio }: Comparison): string {
  return `${significant ? formatRatio(ratio) : '~'} (${printP(p)})`;
}

/** The difference of two exact numbers: `−1`, `+48`, or `none`. */
export function formatDifference(before: number, after: number): string {
  if (before === after) return 'none';
  return `${after < before ? '−' : '+'}${formatCount(Math.abs(after - before))}`;
}

/** The unit in which a time of this size is told, and what turns nanoseconds into it. */
export function inUnitOf(ns: number): { unit: string; of: (ns: number) => number } {
  const [scale, unit] = scaleOf(ns);
  return { unit, of: (value) => value / scale };
}

/** A count: whole numbers grouped by thousands, others with at most two digits behind the point. */
export function formatCount(value: number): string {
  return counts.format(value);
}

/** A size in memory with its binary unit: `512 B`, `384 KiB`, `16.3 MiB`; at most one digit behind the point. */
export function formatMemory(bytes: number): string {
  const unit = Math.min(3, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  return `${Number((bytes / 1024 ** unit).toFixed(1))} ${['B', 'KiB', 'MiB', 'GiB'][unit]}`;
}

const counts = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

function scaleOf(ns: number): [scale: number, unit: string] {
  if (ns < 1e3) return [1, 'ns'];
  if (ns < 1e6) return [1e3, 'µs'];
  if (ns < 1e9) return [1e6, 'ms'];
  return [1e9, 's'];
}

function threeDigits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/**
 * A ratio as a change, with the sign that prose uses, and one digit behind the point below 10 %: `−43 %`. From ten
 * times as much on a percentage says nothing to anybody: `×31.2`.
 */
export function formatRatio(ratio: number | undefined): string {
  if (ratio === undefined) return '?';
  if (ratio >= 9.995) return `×${ratio >= 100 ? formatCount(Math.round(ratio)) : ratio.toPrecision(3)}`;
  const value = (ratio - 1) * 100;
  const size = Math.abs(value);
  const digits = size < 9.95 ? 1 : 0;
  const sign = value < 0 ? '−' : '+';
  return `${Number(size.toFixed(digits)) === 0 ? '' : sign}${size.toFixed(digits)} %`;
}
