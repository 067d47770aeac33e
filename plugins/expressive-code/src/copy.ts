import { matches, select, type Element } from '@expressive-code/core/hast';

/**
 * Has the copy button of a frame, where there is one, copy a whole file. The plugin of the frames, which runs
 * before, writes line breaks as U+007F, for what minifies HTML leaves these alone.
 */
export function copyWhole(block: Element, file: string): void {
  // It stands beside the code, whose many elements need not be looked through.
  const copy = block.children.find((child) => child.type === 'element' && matches('.copy', child));
  const button = select('button[data-code]', copy);
  if (!button) return;
  button.properties.dataCode = file.replaceAll('\n', '\u007f');
  button.properties.title = 'Copy the whole file';
}
