import type { BlockFacts } from '@escapement/facts';
import { h } from 'hastscript';
import type { View } from './types.ts';

/**
 * In a block with a switch between Go versions, the views other than the escapes begin with the Go that they are
 * of: that of the build, whichever the reader has chosen.
 */
export function ofOwnGo({ versions, toolchain }: BlockFacts): (view: View) => View {
  const { version, goos, goarch } = toolchain;
  return (view) => {
    if (!versions || view.id === 'escape') return view;
    const words = `This view is of ${version} ${goos}/${goarch} alone; only the escapes are compared.`;
    return { ...view, panel: () => [h('p', { className: ['esc-own-go'] }, words), ...view.panel()] };
  };
}
