import { compareSamples, summarize } from '@escapement/facts';
import type { PhrasingContent } from 'mdast';
import { shortName } from '../bench/chart.ts';
import { allocsOf, bytesOf, timesOf } from '../bench/measured.ts';
import { text } from '../figure.ts';
import { formatChange, formatCount, formatDifference, formatInterval, formatTime } from '../format.ts';
import { code, type Cell } from '../table.ts';
import type { Pair } from './figure.ts';

/** Rows of two benchmarks: time with its interval and significance, bytes and allocations. */
export function numberRows(pair: Pair): Cell[][] {
  const [before, after] = pair;
  const times = [timesOf(before), timesOf(after)] as const;
  const rows: Cell[][] = [];
  if (times[0].length > 0 && times[1].length > 0) {
    const comparison = compareSamples(...times);
    const change = { content: formatChange(comparison), changed: comparison.significant };
    rows.push([label('time/op', pair), timeWords(times[0]), timeWords(times[1]), change]);
  }
  const counts = [
    ['B/op', bytesOf],
    ['allocs/op', allocsOf],
  ] as const;
  for (const [unit, of] of counts) {
    if (of(before).length === 0 || of(after).length === 0) continue;
    rows.push(countRow(label(unit, pair), summarize(of(before)).median, summarize(of(after)).median));
  }
  return rows;
}

/** A row of two exact numbers. */
export function countRow(name: Cell, before: number, after: number): Cell[] {
  const change = { content: formatDifference(before, after), changed: before !== after };
  return [name, formatCount(before), formatCount(after), change];
}

function label(unit: string, [before, after]: Pair): PhrasingContent[] {
  const [from, to] = [shortName(before), shortName(after)];
  return [text(`${unit}, `), ...code(from === to ? from : `${from} → ${to}`)];
}

function timeWords(times: number[]): string {
  const summary = summarize(times);
  const interval = formatInterval(summary);
  return interval ? `${formatTime(summary.median)} (${interval})` : formatTime(summary.median);
}
