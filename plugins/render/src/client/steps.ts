/**
 * Runs in the browser, where it is given as text: nothing from outside of the function may be named.
 *
 * Marks the expression in the code that a step of a chain names, while the pointer is on the step or the
 * focus in it. (Following its link marks it without script, by `:target`.)
 */
export function nameExpressions(): void {
  const named = ({ target }: Event): void => {
    const link = linkOf(target) ?? linkOf(document.activeElement);
    for (const each of document.querySelectorAll('.esc-named')) each.classList.remove('esc-named');
    if (link) document.getElementById(link.hash.slice(1))?.classList.add('esc-named');
  };
  document.addEventListener('pointerover', named);
  document.addEventListener('focusin', named);

  function linkOf(node: EventTarget | null): HTMLAnchorElement | null | undefined {
    const step = node instanceof Element && node.closest('.esc-steps > li');
    return step ? step.querySelector<HTMLAnchorElement>('a[href^="#"]') : undefined;
  }
}
