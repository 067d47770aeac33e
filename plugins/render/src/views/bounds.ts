import type { BlockFacts, BoundsCheck } from '@escapement/facts';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { unknownPart, viewTable } from './table.ts';
import type { LineLabel, View } from './types.ts';

/**
 * The checks by line: which are in the code, which the compiler left out. Nil checks that it left out are
 * only counted: nearly every access through a pointer has one.
 */
export function boundsView({ bounds }: BlockFacts): View {
  return {
    id: 'bounds',
    label: 'Bounds',
    labels: bounds ? labelsOf(bounds) : [],
    panel: () => (bounds ? renderBounds(bounds) : [unknownPart('checks')]),
  };
}

function labelsOf(checks: BoundsCheck[]): LineLabel[] {
  const told = checks.filter(({ kind, kept }) => kind !== 'nil' || kept);
  return [...Map.groupBy(told, ({ span }) => span.line)].map(([line, all]) => {
    const kept = all.filter((check) => check.kept).length;
    if (kept === 0) return { line, text: 'no check', weight: 'quiet' };
    return { line, text: kept === 1 ? 'checked' : `${kept} checks`, weight: 'cost' };
  });
}

function renderBounds(checks: BoundsCheck[]): Element[] {
  const told = checks.filter(({ kind, kept }) => kind !== 'nil' || kept);
  const nils = checks.length - told.length;
  const rows = told.map(({ span, expr, kind, kept }) => [
    String(span.line),
    [h('code', expr)],
    WORDS[kind],
    kept ? 'made at run time' : 'left out: it cannot fail',
  ]);
  return [
    rows.length > 0
      ? viewTable('Bounds checks', ['Line', 'Expression', 'Check', 'Decision'], rows)
      : h('p', 'There is no bounds check here, and the compiler tells of none that it left out.'),
    ...(nils > 0
      ? [h('p', `Nil checks left out: ${nils}, as they cannot fail or an access to the memory makes them.`)]
      : []),
  ];
}

const WORDS: Record<BoundsCheck['kind'], string> = {
  index: 'index',
  slice: 'slice bounds',
  nil: 'nil pointer',
};
