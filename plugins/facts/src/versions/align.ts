import type { Site } from '../block.ts';
import { verdictWords, type Verdict } from '../verdict.ts';

/** What two reports are known to be of one site by. */
export type AlignableSite = Pick<Site, 'span' | 'subject' | 'verdict' | 'messages'>;

/** The sites of one block as one toolchain sees them. */
export interface VersionSites<S extends AlignableSite = Site> {
  /** What tells it from the others: `1.24`, `386`, `1.24 386`. */
  name: string;
  sites: S[];
  /** It does not compile there, so that nothing follows from its silence. */
  failed?: boolean;
}

/** One site in all versions. */
export interface AlignedSite<S extends AlignableSite = Site> {
  /** 1-based shown line. */
  line: number;
  /** The expression or variable, as the newest version that reports it names it. */
  subject: string;
  /** By version, in their order; undefined where that version says nothing of the site. */
  verdicts: (Verdict | undefined)[];
  /** By version, what it reports. */
  sites: (S | undefined)[];
  /** `heap until 1.24; stack since 1.25`, or `stack on 386, heap on amd64`; undefined where all agree. */
  change?: string;
}

/**
 * Lays the sites of several versions side by side. Two reports are of one site when they begin at the
 * same place and are of the same form: versions word an expression differently (a folded constant), but
 * place it alike. A variable that one version moves to the heap and another does not mention stays in
 * the frame there: the compiler prints nothing about such variables.
 *
 * @param ordered whether the versions follow each other in time, so that a change has a before and after
 */
export function alignSites<S extends AlignableSite>(
  versions: VersionSites<S>[],
  ordered: boolean,
): AlignedSite<S>[] {
  const rows = new Map<string, Row<S>>();
  versions.forEach(({ sites }, at) => {
    for (const site of sites) {
      const { line, start } = site.span;
      const moved = site.messages.some((message) => message.startsWith('moved to heap: '));
      const key = `${line}:${start}:${moved ? 'variable' : formOf(site.subject)}`;
      const none = versions.map(() => undefined);
      const row = rows.get(key) ?? { line, subject: '', verdicts: [...none], sites: [...none], moved };
      row.verdicts[at] = site.verdict;
      row.sites[at] = site;
      rows.set(key, { ...row, subject: site.subject });
    }
  });
  return [...rows.values()].toSorted((a, b) => a.line - b.line).map((row) => finish(row, versions, ordered));
}

type Row<S extends AlignableSite> = AlignedSite<S> & { moved: boolean };

function finish<S extends AlignableSite>(
  row: Row<S>,
  versions: VersionSites<S>[],
  ordered: boolean,
): AlignedSite<S> {
  const { line, subject, sites, moved } = row;
  const silent = (at: number) => (moved && !versions[at]!.failed ? ('stack' as const) : undefined);
  const verdicts = row.verdicts.map((verdict, at) => verdict ?? silent(at));
  const told = verdicts.flatMap((verdict, at) => (verdict ? [{ verdict, name: versions[at]!.name }] : []));
  const change = ordered ? turns(told) : groups(told);
  return { line, subject, verdicts, sites, ...(change && { change }) };
}

/** A literal, a call, a conversion: what stays the same when versions print an expression differently. */
export function formOf(subject: string): string {
  return /^(?:&|\[|\w+)/.exec(subject)?.[0] ?? subject;
}

interface Told {
  verdict: Verdict;
  name: string;
}

/** Says when the verdict changes, once or more often. */
function turns(told: Told[]): string | undefined {
  const changes = told.flatMap((now, at) => {
    const before = told[at - 1];
    return before && before.verdict !== now.verdict ? [{ before, now }] : [];
  });
  const [first] = changes;
  if (!first) return undefined;
  const since = changes.map(({ now }) => `${verdictWords[now.verdict]} since ${now.name}`);
  return [`${verdictWords[first.before.verdict]} until ${first.before.name}`, ...since].join('; ');
}

/** Says which targets agree with each other. */
function groups(told: Told[]): string | undefined {
  const names = new Map<Verdict, string[]>();
  for (const { verdict, name } of told) names.set(verdict, [...(names.get(verdict) ?? []), name]);
  if (names.size < 2) return undefined;
  return [...names]
    .map(([verdict, targets]) => `${verdictWords[verdict]} on ${targets.join(', ')}`)
    .join('; ');
}
