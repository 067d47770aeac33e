import type { Root } from 'hast';
import { relative, sep } from 'node:path';
import type { VFile } from 'vfile';
import { PAGE_MARKER } from '../toolbar/protocol.ts';

/** Leaves in a page the path of its source, by which the toolbar knows what it looks at. Nothing of it is shown. */
export function pageMarker({ root }: { root: string }) {
  return (tree: Root, file: VFile): void => {
    const path = relative(root, file.path).split(sep).join('/');
    const properties = { hidden: true, [PAGE_MARKER]: path };
    tree.children.push({ type: 'element', tagName: 'span', properties, children: [] });
  };
}
