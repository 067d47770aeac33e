import type { BlockContent } from 'mdast';
import { chartNode } from '../drawing.ts';
import { box, figure, listOf, text, words } from '../figure.ts';
import { formatTime } from '../format.ts';
import { code, table } from '../table.ts';
import { benchChart, samplesChart, shortName } from './chart.ts';
import { arrange, type BenchGroup } from './families.ts';
import { timesOf, type MeasuredBenchmark } from './measured.ts';
import { benchTable } from './table.ts';

/**
 * All about some benchmarks: a chart, the table, where it was measured, and every sample for who asks.
 *
 * @param chart whether to draw one; by default where there are more than two rows
 */
export function benchFigure(id: string, groups: BenchGroup[], chart?: boolean): BlockContent {
  const arranged = arrange(groups);
  const rows = arranged.rows.map(({ row }) => row);
  const drawn = (chart ?? rows.length > 2) ? benchChart(rows) : undefined;
  const [numbers, provenance] = benchTable(arranged);
  return figure(id, caption(rows), [
    ...(drawn ? [chartNode(drawn)] : []),
    numbers,
    provenance,
    ...everySample(rows),
  ]);
}

function caption(rows: MeasuredBenchmark[]) {
  const names = [...new Set(rows.map(shortName))];
  const what = names.length > 4 ? [text(`${names.length} benchmarks`)] : listOf(names);
  return [text('Time and memory per operation: '), ...what];
}

/** Closed at first: the table's interval is enough for most. */
function everySample(rows: MeasuredBenchmark[]): BlockContent[] {
  const chart = samplesChart(rows);
  if (!chart) return [];
  const timed = rows.filter((row) => timesOf(row).length > 1);
  const numbers = timed.map((row) => [
    code(shortName(row)),
    timesOf(row)
      .toSorted((a, b) => a - b)
      .map(formatTime)
      .join(', '),
  ]);
  const count = timed.reduce((sum, row) => sum + timesOf(row).length, 0);
  return [
    box('details', { className: ['esc-more'] }, [
      words('summary', {}, [text(`All ${count} samples`)]),
      chartNode(chart),
      table([['Benchmark', 'time/op, sorted'], ...numbers], 'll', 'escapement-samples'),
    ]),
  ];
}
