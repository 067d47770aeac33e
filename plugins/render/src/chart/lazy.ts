import type { Element } from 'hast';
import type { Chart } from './types.ts';

/**
 * A chart as inline SVG, twice: for a page and for a phone, of which the stylesheet shows one. Colours are
 * `currentColor` and custom properties, so that the picture follows the page. What draws it is loaded with
 * the first chart: a page without one does not pay for it.
 */
export async function drawChart(chart: Chart): Promise<Element[]> {
  const { draw } = await import('./draw.ts');
  return draw(chart);
}
