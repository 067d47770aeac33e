import { diffCode, type Site, type UnitFacts } from '@escapement/facts';
import type { BlockContent } from 'mdast';
import type { Example } from '../../page/example.ts';
import type { MeasuredBenchmark } from '../bench/measured.ts';
import { provenance } from '../bench/table.ts';
import { diffNode } from '../drawing.ts';
import { figure, listOf, text } from '../figure.ts';
import { frameRows } from './frames.ts';
import { numberRows } from './numbers.ts';
import { numbersTable, verdictsTable } from './tables.ts';

/** One of two examples that are compared. */
export interface Side {
  example: Example;
  facts: UnitFacts;
  sites: Site[];
}

/** Two benchmarks, one of each side. */
export type Pair = [before: MeasuredBenchmark, after: MeasuredBenchmark];

/** Two examples in one view: what changed in the code, in the verdicts by site, and in the numbers. */
export function compareFigure(id: string, before: Side, after: Side, pairs: Pair[]): BlockContent {
  const lines = diffCode(before.example.shown.code, after.example.shown.code);
  const numbers = [...pairs.flatMap(numberRows), ...frameRows(before, after)];
  const names: [string, string] = [before.example.id, after.example.id];
  return figure(
    id,
    [text('From '), ...listOf(names.slice(0, 1)), text(' to '), ...listOf(names.slice(1))],
    [
      diffNode(lines),
      ...(before.sites.length + after.sites.length > 0 ? [verdictsTable(before, after, lines)] : []),
      ...(numbers.length > 0 ? [numbersTable(names, numbers)] : []),
      ...(pairs.length > 0 ? [provenance(pairs.flat(), true)] : []),
    ],
  );
}
