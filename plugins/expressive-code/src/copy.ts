import { select, type Element } from '@expressive-code/core/hast';

/**
 * Has the copy button of a frame, where there is one, copy a whole file. The plugin of the frames, which runs
 * before, writes line breaks as U+007F, for what minifies HTML leaves these alone.
 */
export function copyWhole(block: Element, file: string): void {
  const button = select('.copy button[data-code]', block);
  if (!button) return;
  button.properties.dataCode = file.replaceAll('\n', '\u007f');
  button.properties.title = 'Copy the whole file';
}
