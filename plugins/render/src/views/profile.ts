import type { BlockFacts, ShownAllocations, ShownProfile } from '@escapement/facts';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { renderProse } from '../prose.ts';
import { unknownPart, viewTable, type Cell } from './table.ts';
import type { LineLabel, View } from './types.ts';

/** The bytes that each line takes from the heap: a number with a bar at the line, a table for each run below. */
export function profileView({ profile }: BlockFacts): View {
  return {
    id: 'profile',
    label: 'Bytes',
    labels: labelsOf(profile ?? []),
    panel: () => (profile ? renderProfiles(profile) : [unknownPart('allocated bytes', 'nothing was run')]),
  };
}

/** Where several benchmarks execute a line, one iteration of each is added up. */
function labelsOf(profile: ShownProfile[]): LineLabel[] {
  const lines = profile.flatMap((run) => run.lines);
  const sums = [...Map.groupBy(lines, ({ line }) => line)].map(([line, all]) => ({ line, ...sumOf(all) }));
  const most = Math.max(...sums.map(({ bytes }) => bytes));
  return sums.flatMap(({ line, bytes, objects, inCalls }): LineLabel[] => [
    { line, text: `${count(bytes)} B`, share: Math.round((1000 * bytes) / most) / 1000 },
    { line, text: objectsOf(objects) + partOf(inCalls, objects), weight: 'quiet' },
  ]);
}

function sumOf(all: ShownAllocations[]): { bytes: number; objects: number; inCalls: number } {
  const sum = (of: (each: ShownAllocations) => number) => all.reduce((total, each) => total + of(each), 0);
  return {
    bytes: sum(({ bytes }) => bytes),
    objects: sum(({ objects }) => objects),
    inCalls: sum(({ called }) => called.objects),
  };
}

function partOf(inCalls: number, objects: number): string {
  if (inCalls === 0) return '';
  return inCalls === objects ? ', in calls' : `, ${count(inCalls)} in calls`;
}

function renderProfiles(profile: ShownProfile[]): Element[] {
  const told = profile.filter(({ lines }) => lines.length > 0);
  if (told.length === 0)
    return [h('p', renderProse(`No line here allocates in ${listed(profile.map(nameOf))}.`))];
  const words = `Taken from the heap in ${listed(told.map(onceOf))}.${addedUp(told)}`;
  return [h('p', renderProse(words)), ...told.map((run) => renderProfile(run, told.length > 1))];
}

/** Only where a line stands in several tables does its bar differ from them. */
function addedUp(told: ShownProfile[]): string {
  const all = told.flatMap(({ lines }) => lines.map(({ line }) => line));
  return new Set(all).size < all.length
    ? ' Beside a line they are added up; the tables tell them apart.'
    : '';
}

function listed(names: string[]): string {
  const [last, ...others] = names.toReversed();
  return others.length > 0 ? `${others.toReversed().join(', ')} and ${last}` : last!;
}

function nameOf({ benchmark }: ShownProfile): string {
  return benchmark === undefined ? 'the run of the program' : `\`${benchmark}\``;
}

function onceOf(run: ShownProfile): string {
  return run.benchmark === undefined ? nameOf(run) : `one iteration of ${nameOf(run)}`;
}

function renderProfile(run: ShownProfile, named: boolean): Element {
  const per = run.benchmark === undefined ? '' : '/op';
  const { bytes, objects } = run.elsewhere;
  const rows = run.lines.map((each): Cell[] => [
    String(each.line),
    count(each.bytes),
    count(each.objects),
    each.called.objects > 0 ? `${count(each.called.bytes)} B in ${objectsOf(each.called.objects)}` : 'none',
  ]);
  if (objects > 0) rows.push(['elsewhere', count(bytes), count(objects), '']);
  const head = ['Line', `B${per}`, `objects${per}`, 'of these, in calls'];
  return viewTable(named ? `Bytes by line, ${run.benchmark ?? 'program'}` : 'Bytes by line', head, rows);
}

function objectsOf(number: number): string {
  return `${count(number)} ${count(number) === '1' ? 'object' : 'objects'}`;
}

function count(value: number): string {
  return counts.format(value);
}

const counts = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
