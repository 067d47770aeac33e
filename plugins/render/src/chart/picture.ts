import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/**
 * The drawing as HAST: an image with a text alternative, without the library's own stylesheet and size,
 * and with coordinates of one digit behind the point, as no screen shows more.
 */
export function cleanPicture(svg: string, description: string): Element {
  const root: Root = fromHtml(svg, { fragment: true, space: 'html' });
  const picture = root.children.find((node) => node.type === 'element')!;
  clean(picture);
  const { viewBox, className } = picture.properties;
  const type = { fill: 'currentColor', fontSize: String(TYPE), textAnchor: 'middle' };
  picture.properties = { viewBox, className, ...type, role: 'img', ariaLabel: description };
  return picture;
}

function clean(element: Element): void {
  element.children = element.children.filter(
    (child) => child.type !== 'element' || child.tagName !== 'style',
  );
  for (const child of element.children) if (child.type === 'element') clean(child);
  // Inside an image nothing is read but its text alternative.
  delete element.properties.ariaLabel;
  delete element.properties.ariaHidden;
  for (const [name, value] of Object.entries(element.properties))
    if (PLACES.has(name)) element.properties[name] = String(value).replaceAll(/-?\d+\.\d+/g, oneDigit);
}

/** Size of the type, as the drawing's places are made for it. */
const TYPE = 13;

const PLACES = new Set(['d', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'transform']);

function oneDigit(number: string): string {
  return String(Math.round(Number(number) * 10) / 10);
}
