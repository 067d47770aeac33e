/**
 * Runs in the browser, where it is given as text: nothing from outside of the function may be named.
 *
 * Shows the links to the Go Playground of blocks that have a copy button. Following one copies the program, for the
 * address of the Playground can't hold it.
 */
export function copyForPlayground(): void {
  const codeOf = (link: Element): string | undefined =>
    link.closest('.esc-block')?.querySelector<HTMLElement>('[data-code]')?.dataset['code'];
  for (const link of document.querySelectorAll<HTMLElement>('.esc-play'))
    link.hidden = codeOf(link) === undefined;
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element && target.closest('.esc-play');
    if (link) navigator.clipboard?.writeText(codeOf(link)!.replaceAll('\u007f', '\n'));
  });
}
