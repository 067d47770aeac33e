import { alignSites, findSites, verdictWords, type VariantFacts, type VersionSites } from '@escapement/facts';
import type { PhrasingContent, Table } from 'mdast';
import type { Example } from '../page/example.ts';
import { code, table } from './table.ts';

/** The table of an example's sites under each compiler or target, with what changes between them. */
export function versionsTable(example: Example, variants: VariantFacts[]): Table {
  const versions = variants.map((facts) => versionSites(example, facts));
  const ordered = variants.every(({ variant }) => variant.goarch === undefined);
  const head = ['Line', 'Site', ...versions.map(({ name }) => name), 'What changes'];
  const rows = alignSites(versions, ordered).map(({ line, subject, verdicts, change }) => {
    const cells = verdicts.map((verdict) => (verdict ? verdictWords[verdict] : '–'));
    return [String(line), code(subject), ...cells, change ?? 'nothing'] as (string | PhrasingContent[])[];
  });
  return table([head, ...rows], `rl${'l'.repeat(versions.length)}l`, 'escapement-versions');
}

function versionSites({ file, source, shown }: Example, { variant, compile }: VariantFacts): VersionSites {
  const lines = new Map(shown.lines.map((line, at) => [line, at + 1]));
  return {
    name: [variant.go, variant.goarch].filter((word) => word !== undefined).join(' '),
    sites: findSites(compile?.diagnostics ?? [], file, source, (line) => lines.get(line), compile?.codegen),
  };
}
