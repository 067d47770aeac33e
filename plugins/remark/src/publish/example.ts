import { runWords, type BlockFacts, type Site, type Step, type UnitFacts } from '@escapement/facts';
import { shownSites } from '../attach/shown-sites.ts';
import type { Example } from '../page/example.ts';
import { locate } from '../page/locate.ts';
import { publishBenchmarks } from './bench.ts';
import type { PublishedExample, PublishedFunction } from './schema.ts';

/** All that is known of one example, as it is published; `block` is what readers see of it. */
export function publishExample(example: Example, facts: UnitFacts, block: BlockFacts): PublishedExample {
  const { id, status, toolchain, command, sites, errors } = block;
  const { meta, shown, place } = example;
  const { run } = facts;
  const start = locate(example.origin, example.source, { line: shown.lines[0] ?? 1 });
  return {
    id,
    path: start?.path ?? example.page,
    line: start?.start.line ?? place.line,
    ...(meta.title && { title: meta.title }),
    status,
    toolchain,
    command,
    code: shown.code,
    sites: sites.map(publishSite),
    functions: publishFunctions(block),
    errors: errors.map(({ line, message }) => ({ ...(line && { line }), message })),
    ...(meta.run && run && { run: { exit: run.exit, stdout: run.stdout, stderr: run.stderr } }),
    ...(meta.test && facts.test && { tested: facts.test.exit === 0 }),
    ...(meta.bench && facts.bench && { benchmarks: publishBenchmarks(facts) }),
    ...(facts.variants && { variants: facts.variants.map((variant) => publishVariant(example, variant)) }),
  };
}

type PublishedSite = PublishedExample['sites'][number];
type PublishedVariant = NonNullable<PublishedExample['variants']>[number];

function publishSite({ span, steps, evidence, ...site }: Site): PublishedSite {
  const { number, subject, verdict, reason, sentence, messages } = site;
  return {
    number,
    ...span,
    subject,
    verdict,
    ...(reason && { reason }),
    sentence,
    steps: steps.map(stepWords),
    messages,
    ...(evidence?.codegen && { calls: evidence.codegen }),
    ...(evidence?.run && { runs: evidence.run.map(runWords) }),
  };
}

/** Frames and what the inliner says, by function. */
function publishFunctions({ inline, frames = [] }: BlockFacts): PublishedFunction[] {
  const functions = new Map<string, PublishedFunction>();
  for (const { func, cost, reason } of inline?.functions ?? [])
    functions.set(func, { name: func, ...(reason === undefined ? { cost } : { notInlined: reason }) });
  for (const { func, bytes } of frames)
    functions.set(func, { name: func, ...functions.get(func), frame: bytes });
  return [...functions.values()];
}

function stepWords({ expr, text, span, place }: Step): string {
  const at = span ? `line ${span.line}` : place;
  return `${expr}: ${text}${at ? ` (${at})` : ''}`;
}

/** What another compiler or target says of the same lines. */
function publishVariant(
  example: Example,
  { variant, compile }: NonNullable<UnitFacts['variants']>[number],
): PublishedVariant {
  const sites = compile ? shownSites(example, { compile }) : [];
  return {
    ...variant,
    ...(compile && { toolchain: compile.toolchain }),
    sites: sites.map(({ span, subject, verdict }) => ({ ...span, subject, verdict })),
  };
}
