import { alignSites, type VariantFacts, type Verdict, type VersionSites } from '@escapement/facts';
import type { Table } from 'mdast';
import type { Example } from '../page/example.ts';
import { shownSites } from './shown-sites.ts';
import { verdictCell } from './site-cells.ts';
import { code, table, type Cell } from './table.ts';

/**
 * The table of an example's sites under each compiler or target, with what changes between them. A verdict
 * is marked where it differs from the version before, or from the first target.
 */
export function versionsTable(example: Example, variants: VariantFacts[]): Table {
  const versions = variants.map((facts) => versionSites(example, facts));
  const ordered = inTime(variants);
  const names = variants.map(({ variant: { go, goarch } }) =>
    [go && `Go ${go}`, goarch].filter((word) => word !== undefined).join(', '),
  );
  const head = ['Site', 'Line', ...names, 'What changes'];
  const rows = alignSites(versions, ordered).map(({ line, subject, verdicts, change }): Cell[] => {
    const cells = verdicts.map((verdict, at): Cell => {
      const before = verdicts.slice(0, at).filter((each) => each !== undefined);
      if (verdict) return marked(verdict, ordered ? before.at(-1) : before[0]);
      return versions[at]!.failed ? 'does not compile' : 'no message';
    });
    return [
      code(subject),
      String(line),
      ...cells,
      {
        content: change ?? (isKnown(verdicts, versions) ? 'nothing' : 'unknown'),
        changed: change !== undefined,
      },
    ];
  });
  return table([head, ...rows], `lr${'l'.repeat(versions.length)}l`, 'escapement-versions');
}

/** A version that compiles and prints nothing of a site may do the same as the others, or not. */
function isKnown(verdicts: (Verdict | undefined)[], versions: VersionSites[]): boolean {
  return verdicts.every((verdict, at) => verdict !== undefined || versions[at]!.failed);
}

/** Whether the variants follow each other in time: only the versions differ, not the targets. */
export function inTime(variants: VariantFacts[]): boolean {
  return variants.every(({ variant }) => variant.goarch === undefined);
}

function marked(verdict: Verdict, before: Verdict | undefined): Cell {
  return { content: verdictCell(verdict), changed: before !== undefined && before !== verdict };
}

function versionSites(example: Example, { variant, compile }: VariantFacts): VersionSites {
  return {
    name: [variant.go, variant.goarch].filter((word) => word !== undefined).join(' '),
    failed: (compile?.errors.length ?? 0) > 0,
    sites: compile ? shownSites(example, { compile }) : [],
  };
}
