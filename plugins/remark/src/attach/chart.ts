import { drawChart, type Chart } from '@escapement/render';
import type { Paragraph, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** A place for a chart: in plain Markdown its finding in words. The picture is drawn by `drawCharts`. */
export function chartNode(chart: Chart): Paragraph {
  return {
    type: 'paragraph',
    children: [{ type: 'text', value: chart.description }],
    data: { hName: 'div', hProperties: { className: ['esc-chart'] }, chart },
  };
}

/** Draws the charts of a page; the library for it is loaded only where there is one. */
export async function drawCharts(tree: Root): Promise<void> {
  const nodes: Paragraph[] = [];
  visit(tree, 'paragraph', (node) => {
    if (node.data?.chart) nodes.push(node);
  });
  await Promise.all(
    nodes.map(async ({ data }) => {
      data!.hChildren = await drawChart(data!.chart!);
    }),
  );
}

declare module 'mdast' {
  interface ParagraphData {
    /** What the chart in place of this paragraph shows. */
    chart?: Chart;
  }
}
