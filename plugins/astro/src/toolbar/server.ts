import type { Session } from '@escapement/remark';
import type { BaseIntegrationHooks } from 'astro';
import { resolve } from 'node:path';
import type { DevPage, DevPages } from '../dev/pages.ts';
import { messages, type Ask, type Measure, type Measuring, type Tell } from './protocol.ts';

type Toolbar = Parameters<BaseIntegrationHooks['astro:server:setup']>[0]['toolbar'];

/** Answers the toolbar of every open page: tells what is known of it, and measures on demand. */
export function serveToolbar(toolbar: Toolbar, session: Session, pages: DevPages): void {
  toolbar.on<Ask>(messages.ask, ({ paths }) => {
    const known = paths.flatMap((path) => {
      const page = pages.get(path);
      return page ? tell(session, path, page) : [];
    });
    toolbar.send<Tell[]>(messages.tell, known);
  });
  let measuring = false;
  toolbar.on<Measure>(messages.measure, async (asked) => {
    const say = (state: Measuring['state'], text: string) =>
      toolbar.send<Measuring>(messages.measuring, { ...asked, state, text });
    if (measuring) return say('failed', 'Another example is being measured.');
    measuring = true;
    try {
      await measure(session, pages.get(asked.path), asked.example, (text) => say('running', text));
      say('done', 'Measured.');
    } catch (error) {
      say('failed', (error as Error).message);
    }
    measuring = false;
  });
}

/** Takes the timings of an example anew; what watches the captures then renders its page again. */
async function measure(
  session: Session,
  page: DevPage | undefined,
  id: string,
  say: (text: string) => void,
): Promise<void> {
  const example = page?.examples.find((one) => one.id === id);
  const unit = page?.units.find((one) => one.id === example?.unit);
  if (!unit?.bench) throw new Error(`Unexpected example ${id}: it has no benchmark.`);
  say('Measuring …');
  const facts = await (
    await session.capture()
  ).measure([unit], ({ phase, done, total }) => {
    if (phase === 'measure') say(`Measuring: ${done} of ${total} rounds.`);
    if (phase === 'wait') say('Waiting for another build that measures.');
  });
  if (!facts.get(unit.id)?.timings) throw new Error('It was not measured: its benchmarks do not run.');
}

function tell({ root, options }: Session, path: string, page: DevPage): Tell {
  const { problems, examples, tookMs, at } = page;
  return {
    path,
    tookMs,
    at,
    problems: problems.map(({ rule, level, path: file, start, reason, note }) => {
      const place = `${file}:${start.line}:${start.column}`;
      const docs = options.docs && `${options.docs}#${rule}`;
      return {
        rule,
        warning: level === 'warning',
        place,
        opens: resolve(root, place),
        reason,
        docs,
        ...(note && { note }),
      };
    }),
    examples: examples.map((example) => ({ ...example, opens: resolve(root, `${path}:${example.line}:1`) })),
  };
}
