import { STYLES } from './styles.ts';
import type { Measure, Measuring, Tell, ToldProblem } from './protocol.ts';

/** Shows pages in the panel: problems, examples with a button where they can be measured, timings. */
export function showPages(panel: HTMLElement, pages: Tell[], measure: (asked: Measure) => void): void {
  const style = element('style', STYLES);
  if (pages.length === 0) panel.replaceChildren(style, element('p', 'No Markdown of this page was checked.'));
  else panel.replaceChildren(style, ...pages.flatMap((page) => sections(page, measure)));
}

/** Shows how far a measurement is. */
export function showMeasuring(panel: HTMLElement, { path, example, state, text }: Measuring): void {
  const row = [...panel.querySelectorAll<HTMLElement>('li[data-example]')].find(
    ({ dataset }) => dataset['example'] === example && dataset['path'] === path,
  );
  row?.querySelector('[role=status]')?.replaceChildren(text);
  row?.querySelector('button')?.toggleAttribute('disabled', state === 'running');
}

function sections(page: Tell, measure: (asked: Measure) => void): HTMLElement[] {
  const { path, problems, examples, tookMs, at } = page;
  const time = new Date(at).toLocaleTimeString();
  return [
    element('h1', path),
    element('p', `Verified at ${time} in ${Math.round(tookMs)} ms.`),
    element('h2', problems.length === 0 ? 'No problems' : `Problems (${problems.length})`),
    element('ul', ...problems.map(problemRow)),
    element('h2', examples.length === 0 ? 'No examples' : `Examples (${examples.length})`),
    element('ul', ...examples.map((example) => exampleRow(path, example, measure))),
  ];
}

function problemRow({ rule, warning, place, opens, reason, note, docs }: ToldProblem): HTMLElement {
  const explained = element(docs ? 'a' : 'code', rule);
  if (docs) explained.setAttribute('href', docs);
  const kind = element('strong', warning ? 'warning' : 'error');
  const row = element('li', kind, ' ', editorLink(place, opens), ' ', reason, ' ', explained);
  if (note) row.append(element('pre', note));
  return row;
}

function exampleRow(
  path: string,
  example: Tell['examples'][number],
  measure: (asked: Measure) => void,
): HTMLElement {
  const { id, status, opens, quotes, toolchain, bench, measured, older } = example;
  const when = measured ? `measured ${new Date(measured).toLocaleString()}` : 'never measured';
  const facts = [
    status,
    ...(toolchain ? [toolchain] : []),
    ...(quotes ? [`quotes ${quotes}`] : []),
    ...(bench ? [older ? `${when}, before the last change` : when] : []),
  ];
  const row = element('li', editorLink(id, opens), ` ${facts.join(', ')} `);
  row.dataset['example'] = id;
  row.dataset['path'] = path;
  if (!bench) return row;
  const button = element('button', 'Re-measure');
  button.setAttribute('aria-label', `Re-measure ${id}`);
  button.addEventListener('click', () => measure({ path, example: id }));
  const said = element('span');
  said.setAttribute('role', 'status');
  row.append(button, ' ', said);
  return row;
}

/** A link that opens a place in the author's editor, as Astro's own apps do. */
function editorLink(text: string, file: string): HTMLElement {
  const link = element('a', text);
  const address = `/__open-in-editor?file=${encodeURIComponent(file)}`;
  link.setAttribute('href', address);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    void fetch(address);
  });
  return link;
}

function element(name: string, ...content: (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
