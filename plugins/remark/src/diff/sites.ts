import {
  alignSites,
  diffCode,
  formOf,
  reasonWords,
  verdictWords,
  type AlignableSite,
} from '@escapement/facts';
import type { PublishedExample } from '../publish/schema.ts';
import type { Change } from './types.ts';

type Published = PublishedExample['sites'][number];
type SiteChange = Pick<Change, 'kind' | 'subject' | 'line' | 'before' | 'after'>;

/** A published site in the form in which sites are aligned. */
type Aligned = AlignableSite & Pick<Published, 'reason'>;

/**
 * Sites whose verdict or reason changed, and those that only one side has. On lines that both sides have, sites
 * are matched as between Go versions; on lines that were rewritten, by what they name.
 */
export function diffSites(before: PublishedExample, after: PublishedExample): SiteChange[] {
  const lines = diffCode(before.code, after.code);
  const kept = new Map(
    lines.flatMap((line) => (line.before && line.after ? [[line.before, line.after]] : [])),
  );
  const stays = new Set(kept.values());
  const left = before.sites.map(alignable);
  const right = after.sites.map(alignable);
  const moved = left.flatMap((site) => {
    const line = kept.get(site.span.line);
    return line === undefined ? [] : [{ ...site, span: { ...site.span, line } }];
  });
  const rows = alignSites(
    [
      { name: 'before', sites: moved },
      { name: 'after', sites: right.filter(({ span }) => stays.has(span.line)) },
    ],
    true,
  );
  const changes = rows.flatMap(({ line, subject, verdicts: [from, to], sites: [one, other] }) => {
    const change = { line, subject };
    if (from !== to) return [{ ...change, ...verdicts(from, to) }];
    return one && other && one.reason !== other.reason ? [{ ...change, ...reasons(one, other) }] : [];
  });
  const gone = left.filter(({ span }) => !kept.has(span.line));
  const added = right.filter(({ span }) => !stays.has(span.line));
  return [...changes, ...rewritten(gone, added)].toSorted((a, b) => a.line - b.line);
}

/** Sites of rewritten lines: of the same name, or else of the same form, each with the first that is left. */
function rewritten(gone: Aligned[], added: Aligned[]): (SiteChange & { line: number })[] {
  const left = new Set(gone);
  const take = (fits: (site: Aligned) => boolean): Aligned | undefined => {
    const found = [...left].find(fits);
    if (found) left.delete(found);
    return found;
  };
  const named = added.map((site) => take(({ subject }) => subject === site.subject));
  const changes = added.flatMap((site, at) => {
    const other = named[at] ?? take(({ subject }) => formOf(subject) === formOf(site.subject));
    if (other?.verdict === site.verdict) return [];
    return [{ line: site.span.line, subject: site.subject, ...verdicts(other?.verdict, site.verdict) }];
  });
  const lost = [...left].map(({ span, subject, verdict }) => ({
    line: span.line,
    subject,
    ...verdicts(verdict, undefined),
  }));
  return [...changes, ...lost];
}

function alignable({ line, start, end, subject, verdict, messages, reason }: Published): Aligned {
  return { span: { line, start, end }, subject, verdict, messages, ...(reason && { reason }) };
}

type Side = Published['verdict'] | undefined;

function verdicts(before: Side, after: Side): Pick<Change, 'kind' | 'before' | 'after'> {
  return {
    kind: 'verdict',
    ...(before && { before: verdictWords[before] }),
    ...(after && { after: verdictWords[after] }),
  };
}

function reasons(before: Aligned, after: Aligned): Pick<Change, 'kind' | 'before' | 'after'> {
  return {
    kind: 'reason',
    ...(before.reason && { before: reasonWords[before.reason] }),
    ...(after.reason && { after: reasonWords[after.reason] }),
  };
}
