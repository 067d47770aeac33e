import type { PublishedExample } from '../publish/schema.ts';
import { diffClaims } from './claims.ts';
import { diffNumbers } from './numbers.ts';
import { isSilent } from './silent.ts';
import { diffSites } from './sites.ts';
import type { Change, DiffSide, FactsDiff } from './types.ts';

/**
 * What changed between two sides: examples that are new or gone, verdicts and reasons by site, frames and
 * inlining by function, numbers by benchmark, claims in sentences. Examples are matched by page and id. Pure.
 */
export function diffFacts(before: DiffSide, after: DiffSide): FactsDiff {
  const left = examplesOf(before);
  const right = examplesOf(after);
  const keys = [...right.keys(), ...[...left.keys()].filter((key) => !right.has(key))];
  const changes = keys.flatMap((key): Change[] => {
    const { page, id } = (right.get(key) ?? left.get(key))!;
    const found = diffExample(left.get(key)?.example, right.get(key)?.example);
    return found.map((change) => ({ page, example: id, ...change }));
  });
  const claims = diffClaims(before, after);
  return {
    before: head(before),
    after: head(after),
    examples: keys.length,
    claims: claims.count,
    changes: [...changes, ...claims.changes],
  };
}

type ExampleChange = Omit<Change, 'page' | 'example' | 'claim'>;

function diffExample(before?: PublishedExample, after?: PublishedExample): ExampleChange[] {
  if (!before) return [{ kind: 'example', subject: '', after: after!.status }];
  if (!after) return [{ kind: 'example', subject: '', before: before.status }];
  const status: ExampleChange[] =
    before.status === after.status
      ? []
      : [{ kind: 'status', subject: '', before: before.status, after: after.status }];
  // Of what does not compile nothing is known: its silence is no change.
  if (isSilent(before) || isSilent(after)) return status;
  return [...status, ...diffSites(before, after), ...diffNumbers(before, after)];
}

function examplesOf({
  pages,
}: DiffSide): Map<string, { page: string; id: string; example: PublishedExample }> {
  return new Map(
    pages.flatMap(({ path, examples }) =>
      examples.map((example) => {
        const { id } = example;
        return [`${path}#${id}`, { page: path, id, example }] as const;
      }),
    ),
  );
}

function head({ name, go }: DiffSide): FactsDiff['before'] {
  return { name, ...(go !== undefined && { go }) };
}
