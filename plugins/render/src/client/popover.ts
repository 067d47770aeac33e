/**
 * Runs in the browser, where it is given as text: nothing from outside of the function may be named.
 *
 * Opens the note of a mark beside it: when the pointer rests on the expression or its number, by a click
 * or a tap, by Enter or Space. It is a copy of the note below the block, in one popover for the page,
 * which Escape or a click elsewhere closes. Opened on purpose it takes the focus, and gives it back.
 */
export function openNotes(): void {
  const DELAY = 250;
  const GAP = 6;
  const EDGE = 8;
  const REACH = 120;
  const popover = document.createElement('div');
  popover.popover = 'auto';
  popover.className = 'esc-popover esc-notes not-content';
  popover.role = 'dialog';
  popover.tabIndex = -1;
  let shown: HTMLElement[] = [];
  let timer = 0;
  let wanted = false;

  document.addEventListener('pointerover', ({ target, pointerType, buttons }) => {
    if (pointerType === 'touch' || buttons > 0 || (wanted && isOpen())) return;
    clearTimeout(timer);
    if (!(target instanceof Element) || popover.contains(target)) return;
    const marks = referencesOf(target);
    if (marks.length > 0 && !(isOpen() && marks[0] === shown[0]))
      timer = window.setTimeout(show, DELAY, marks, false);
    else if (marks.length === 0 && isOpen()) timer = window.setTimeout(() => popover.hidePopover(), DELAY);
  });

  document.addEventListener('click', (event) => {
    const { target, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (!(target instanceof Element) || ctrlKey || metaKey || shiftKey || altKey) return;
    if (popover.contains(target)) {
      if (target.closest('a')) popover.hidePopover();
      return;
    }
    const marks = referencesOf(target);
    // A link in the code, or text that is being selected, is not a question.
    const other = !target.closest('.esc-ref') && (target.closest('a') || String(getSelection()));
    if (marks.length === 0 || other) return;
    event.preventDefault();
    show(marks, true);
  });

  document.addEventListener('keydown', (event) => {
    if (event.key !== ' ' || !(event.target instanceof Element) || !event.target.matches('.esc-ref')) return;
    event.preventDefault();
    show([event.target as HTMLElement], true);
  });

  popover.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !popover.contains(relatedTarget)) popover.hidePopover();
  });
  addEventListener('resize', () => isOpen() && place());

  function isOpen(): boolean {
    return popover.matches(':popover-open');
  }

  /** The visible numbers that belong to what was pointed at: one, or all behind its expression. */
  function referencesOf(target: Element): HTMLElement[] {
    const number = target.closest<HTMLElement>('.esc-ref');
    if (number) return [number];
    for (let at = target.closest('.esc-mark'); at; at = at.parentElement!.closest('.esc-mark')) {
      const behind = at.nextElementSibling?.matches('.esc-refs') ? [...at.nextElementSibling.children] : [];
      const visible = behind.filter((each) => each.checkVisibility());
      if (visible.length > 0) return visible as HTMLElement[];
    }
    return [];
  }

  function show(marks: HTMLElement[], focus: boolean): void {
    clearTimeout(timer);
    wanted = focus;
    shown = marks;
    const list = document.createElement('ol');
    list.className = 'esc-list';
    list.role = 'list';
    list.append(...marks.flatMap(copyOfNote));
    if (isOpen()) popover.hidePopover();
    popover.replaceChildren(list);
    popover.ariaLabel = marks.map(({ ariaLabel }) => ariaLabel).join('; ');
    // In the block, where the styles of a host reach it. Being on top, it is not clipped by anything there.
    noteOf(marks[0]!)?.closest('.esc-notes')?.after(popover);
    // With its source, Tab leads from the popover to what is behind the mark.
    popover.showPopover({ source: marks[0]! });
    place();
    if (focus) popover.focus({ preventScroll: true });
  }

  function noteOf(mark: HTMLElement): HTMLElement | null {
    return document.getElementById(mark.getAttribute('href')!.slice(1));
  }

  /** The note without its ids; its number leads to the one below, and its reasons are open where wanted. */
  function copyOfNote(mark: HTMLElement): Node[] {
    const note = noteOf(mark)?.cloneNode(true) as HTMLElement | undefined;
    if (!note) return [];
    const number = note.querySelector('.esc-number')!;
    number.setAttribute('href', `#${note.id}`);
    number.removeAttribute('role');
    number.ariaLabel = `${number.textContent}, to the note below`;
    for (const each of note.querySelectorAll('details')) each.open = wanted;
    for (const each of [note, ...note.querySelectorAll('[id]')]) each.removeAttribute('id');
    return [note];
  }

  /** Where the expressions end that the steps name, so that they stay in sight: those a few lines further. */
  function namedBelow(end: number): number[] {
    const links = [...popover.querySelectorAll<HTMLAnchorElement>('.esc-steps a[href^="#"]')];
    const ends = links.map(
      ({ hash }) => document.getElementById(hash.slice(1))!.getBoundingClientRect().bottom,
    );
    return ends.filter((each) => each < end + REACH);
  }

  /** Below the number, or above where there is more room; it scrolls with the page. */
  function place(): void {
    const { left, top, bottom: end } = shown[0]!.getBoundingClientRect();
    const bottom = Math.max(end, ...(wanted ? namedBelow(end) : []));
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const { style } = popover;
    style.maxHeight = '';
    const [above, below] = [top - GAP - EDGE, height - bottom - GAP - EDGE];
    const under = popover.offsetHeight <= below || below >= above;
    style.maxHeight = `${Math.max(under ? below : above, 80)}px`;
    const x = Math.max(EDGE, Math.min(left - 2 * EDGE, width - popover.offsetWidth - EDGE));
    const y = under ? bottom + GAP : top - GAP - popover.offsetHeight;
    style.left = `${x + scrollX}px`;
    style.top = `${y + scrollY}px`;
  }
}
