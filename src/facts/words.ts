import { verdictWords, type Verdict } from '@escapement/facts';
import type { PublishedExample } from '@escapement/astro/site';

/** A number with its noun: `1 example`, `1,204 claims`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`;
}

/** How many sites live where, the verdicts in their order: `2 heap, 1 stack`. */
export function siteWords({ sites }: Pick<PublishedExample, 'sites'>): string {
  return (Object.keys(verdictWords) as Verdict[])
    .map((verdict) => ({ verdict, found: sites.filter((site) => site.verdict === verdict).length }))
    .filter(({ found }) => found > 0)
    .map(({ verdict, found }) => `${found} ${verdictWords[verdict]}`)
    .join(', ');
}

/** The day on which the oldest timings of some examples were taken; undefined where there are none. */
export function measuredOn(examples: PublishedExample[]): string | undefined {
  const days = examples.flatMap(({ benchmarks = [] }) =>
    benchmarks.flatMap(({ time }) => (time ? time.measured.slice(0, 10) : [])),
  );
  return days.toSorted()[0];
}

/** The machines on which the timings of some examples were taken, each once. */
export function machinesOf(examples: PublishedExample[]): string[] {
  const machines = examples.flatMap(({ benchmarks = [] }) =>
    benchmarks.flatMap(({ time }) =>
      time ? `${time.machine.cpu}, ${count(time.machine.cores, 'core')}` : [],
    ),
  );
  return [...new Set(machines)];
}

/** An id for the part of the freshness page that is about a page: `guide-measuring`. */
export function anchorOf(address: string): string {
  return address.replaceAll(/\W+/g, '-').replaceAll(/^-|-$/g, '') || 'home';
}

/** The name of a page's card: `guide/measuring`; `index` for the home page. */
export function cardName(address: string): string {
  return address.replaceAll(/^\/|\/$/g, '') || 'index';
}
