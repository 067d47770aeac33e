import { noteId, runWords, type Site } from '@escapement/facts';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { renderInlined } from './inlined.ts';
import { renderNumber } from './number-link.ts';
import { renderProse } from './prose.ts';
import { renderSteps } from './steps.ts';
import { renderShape, wordsOf } from './tone.ts';

/** The note of one site: number (leads back to the code), verdict, subject, sentence, flow chain. */
export function renderNote(block: string, site: Site): Element {
  const { number, verdict, subject, sentence } = site;
  return h(
    'li',
    { id: noteId(block, 'n', number), className: ['esc-note'], dataTone: verdict },
    renderNumber(block, 'n', number, site.span.line),
    h(
      'div',
      { className: ['esc-text'] },
      h(
        'p',
        h('span', { className: ['esc-verdict'] }, renderShape(verdict), ' ', wordsOf(verdict)),
        // Most sentences name their subject; said twice it would stutter.
        sentence.includes(`\`${subject}\``) ? [] : [' ', h('code', { className: ['esc-subject'] }, subject)],
        ' ',
        renderProse(sentence),
      ),
      renderInlined(block, site),
      renderEvidence(site),
      renderSteps(block, site),
    ),
  );
}

/** What the code and the runs show, in one quiet line. */
function renderEvidence(site: Site): Element | undefined {
  const parts = [renderCalls(site), renderRuns(site)].filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  return h(
    'p',
    { className: ['esc-evidence'] },
    parts.flatMap((part, at) => (at > 0 ? [' ', ...part] : part)),
  );
}

/** The allocators in the generated code. That there are none, the sentence says. */
function renderCalls({ evidence }: Site): (Element | string)[] | undefined {
  const calls = evidence?.codegen ?? [];
  if (calls.length === 0) return undefined;
  const called = calls.flatMap((symbol, at) => [at > 0 ? ', ' : '', h('code', symbol)]);
  return [calls.length > 1 ? 'The code here calls ' : 'The code calls ', ...called, '.'];
}

/** The runs that show something; of a site in the frame only those that show that its line allocates nothing. */
function renderRuns({ evidence, verdict }: Site): string[] | undefined {
  const quiet = verdict === 'stack' || verdict === 'static';
  const runs = (evidence?.run ?? []).filter(({ direct }) => !quiet || direct.objects === 0);
  if (runs.length === 0) return undefined;
  const more = runs.length > SHOWN ? `; and ${runs.length - SHOWN} more` : '';
  return [`${runs.slice(0, SHOWN).map(runWords).join('; ')}${more}.`];
}

/** A package with many benchmarks has a table for them. */
const SHOWN = 3;
