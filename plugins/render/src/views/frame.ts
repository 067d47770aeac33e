import type { BlockFacts, ShownFrame } from '@escapement/facts';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { unknownPart, viewTable } from './table.ts';
import type { View } from './types.ts';

/** The bytes that one call of each function takes on the stack. */
export function frameView({ frames }: BlockFacts): View {
  return {
    id: 'frame',
    label: 'Frames',
    labels: (frames ?? []).map(({ span, bytes }) => ({
      line: span.line,
      text: `frame of ${bytes} B`,
      weight: 'quiet',
    })),
    panel: () => [frames ? renderFrames(frames) : unknownPart('frames')],
  };
}

function renderFrames(frames: ShownFrame[]): Element {
  if (frames.length === 0) return h('p', 'No function of this example was compiled by itself.');
  const rows = frames.map(({ span, func, bytes }) => [String(span.line), [h('code', func)], `${bytes} B`]);
  return viewTable('Stack frames', ['Line', 'Function', 'Frame'], rows);
}
