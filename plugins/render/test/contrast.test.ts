import { describe, expect, it } from 'vitest';
import { styles } from '../src/index.ts';

const text = ['heap', 'grows', 'bounded', 'unproven', 'caller', 'static', 'stack', 'error', 'text', 'muted'];

/** Grounds on which they stand: pages and code, plain and as the guide and Starlight have them. */
const light = ['#ffffff', '#fdfcfa', '#f6f4f0', '#f6f7f9', colour('wash')[0]];
const dark = ['#000000', '#14161b', '#1b1e25', '#23262f', colour('wash')[1]];

describe.each(text)('--esc-%s', (name) => {
  const [onLight, onDark] = colour(name);
  it.each(light)('is readable on %s', (ground) => {
    expect(contrast(onLight, ground)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(dark)('is readable on %s', (ground) => {
    expect(contrast(onDark, ground)).toBeGreaterThanOrEqual(4.5);
  });
});

function colour(name: string): [light: string, dark: string] {
  const [, onLight, onDark] = new RegExp(`--esc-${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(styles)!;
  return [onLight!, onDark!];
}

/** WCAG 2.2, "contrast ratio". */
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
