/**
 * Runs in the browser, where it is given as text: nothing from outside of the function may be named.
 *
 * Has all blocks of the page, and those of the next, follow the version that the reader chose in one.
 */
export function rememberVersion(): void {
  const KEY = 'escapement-version';
  const choose = (version: string | null): void => {
    for (const each of document.querySelectorAll<HTMLInputElement>('.esc-versions input'))
      if (each.value === version) each.checked = true;
  };
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.closest('.esc-versions')) return;
    choose(target.value);
    try {
      localStorage.setItem(KEY, target.value);
    } catch {
      // A browser may keep nothing; the page has followed all the same.
    }
  });
  try {
    choose(localStorage.getItem(KEY));
  } catch {
    // As above.
  }
}
