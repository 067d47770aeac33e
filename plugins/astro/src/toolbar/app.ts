import { defineToolbarApp } from 'astro/toolbar';
import { messages, PAGE_MARKER, type Ask, type Measure, type Measuring, type Tell } from './protocol.ts';
import { showPages, showMeasuring } from './view.ts';

/** The app in Astro's dev toolbar: what is known of the page that is open. It runs in the browser. */
export default defineToolbarApp({
  init(canvas, app, server) {
    const panel = document.createElement('astro-dev-toolbar-window');
    canvas.append(panel);
    const measure = (asked: Measure) => {
      // The page is loaded again when its timings are there.
      sessionStorage.setItem(OPEN, 'yes');
      server.send<Measure>(messages.measure, asked);
    };
    const ask = () => server.send<Ask>(messages.ask, { paths: pathsOf(document) });

    server.on<Tell[]>(messages.tell, (told) => {
      const here = pathsOf(document);
      const pages = told.filter(({ path }) => here.includes(path));
      // The server tells all who listen.
      if (pages.length < here.length) return;
      showPages(panel, pages, measure);
      const problems = pages.flatMap((page) => page.problems);
      const level = problems.some(({ warning }) => !warning) ? 'error' : 'warning';
      app.toggleNotification(problems.length > 0 ? { state: true, level } : { state: false });
    });
    server.on<Measuring>(messages.measuring, (news) => {
      if (pathsOf(document).includes(news.path)) showMeasuring(panel, news);
    });
    document.addEventListener('astro:page-load', ask);
    ask();
    if (sessionStorage.getItem(OPEN) === null) return;
    sessionStorage.removeItem(OPEN);
    app.toggleState({ state: true });
  },
});

/** Set while the panel is to be open again after the page was loaded anew. */
const OPEN = 'escapement-toolbar';

/** The sources of all that the page shows, without repetition. */
function pathsOf(page: Document): string[] {
  const markers = [...page.querySelectorAll(`[${PAGE_MARKER}]`)];
  return [...new Set(markers.map((marker) => marker.getAttribute(PAGE_MARKER)!))];
}
