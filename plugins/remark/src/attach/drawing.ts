import { printDiff, verdictWords, type DiffLine, type Verdict } from '@escapement/facts';
import type { Chart } from '@escapement/render';
import type { Element } from 'hast';
import type { Blockquote, Data, Emphasis, Paragraph, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { text } from './figure.ts';

/** A place for a chart: in plain Markdown its finding in words. */
export function chartNode(chart: Chart): Paragraph {
  return { type: 'paragraph', children: [text(chart.description)], data: { drawing: { chart } } };
}

/** A place for a comparison of two texts: in plain Markdown as `diff` prints it. */
export function diffNode(lines: DiffLine[]): Blockquote {
  const printed = { type: 'code', lang: 'diff', value: printDiff(lines) } as const;
  return { type: 'blockquote', children: [printed], data: { drawing: { lines } } };
}

/** A place for a verdict with its shape: in plain Markdown its words. */
export function verdictNode(verdict: Verdict): Emphasis {
  return { type: 'emphasis', children: [text(verdictWords[verdict])], data: { drawing: { verdict } } };
}

/**
 * Puts the drawings of a page in their places. Only a page that is rendered needs them, so that whoever
 * only verifies pages loads nothing that draws.
 */
export async function drawPage(tree: Root): Promise<void> {
  const places: { data: Data; drawing: Drawing }[] = [];
  visit(tree, ['paragraph', 'blockquote', 'emphasis'], ({ data }) => {
    if (data?.drawing) places.push({ data, drawing: data.drawing });
  });
  if (places.length === 0) return;
  const { drawChart, renderDiff, renderVerdict } = await import('@escapement/render');
  const draw = async (drawing: Drawing): Promise<Element> => {
    if ('lines' in drawing) return renderDiff(drawing.lines);
    if ('verdict' in drawing) return renderVerdict(drawing.verdict);
    const children = await drawChart(drawing.chart);
    return { type: 'element', tagName: 'div', properties: { className: ['esc-chart'] }, children };
  };
  await Promise.all(
    places.map(async ({ data, drawing }) => {
      const { tagName, properties, children } = await draw(drawing);
      Object.assign(data, { hName: tagName, hProperties: properties, hChildren: children });
    }),
  );
}

type Drawing = { chart: Chart } | { lines: DiffLine[] } | { verdict: Verdict };

declare module 'mdast' {
  interface Data {
    /** What is drawn in the place of this node. */
    drawing?: Drawing;
  }
}
