/**
 * Runs in the browser, where it is given as text: nothing from outside of the function may be named.
 *
 * Gives code a button that copies it: the whole file where the block shows a part. For hosts without a button of
 * their own; line breaks are written as Expressive Code's button writes them, for the link to the Playground.
 */
export function offerCopy(): void {
  for (const pre of document.querySelectorAll('pre.esc-code')) {
    const block = pre.closest<HTMLElement>('.esc-block');
    const file = block?.dataset['copy'];
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'esc-copy';
    button.textContent = 'Copy';
    button.title = file === undefined ? 'Copy the code' : 'Copy the whole file';
    const code = file ?? pre.querySelector('code')!.textContent.replace(/\n$/, '');
    button.dataset['code'] = code.replaceAll('\n', '\u007f');
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(code);
      button.textContent = 'Copied';
      setTimeout(() => (button.textContent = 'Copy'), 2000);
    });
    pre.append(button);
  }
}
