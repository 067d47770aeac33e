import type { ClaimVerdict } from '@escapement/facts';
import type { SitePage } from '@escapement/remark';
import { expect, test } from 'vitest';
import { claimsByVerdict } from '../src/publish/claim-groups.ts';

type Claim = SitePage['claims'][number];

function claim(id: string, verdict: ClaimVerdict, sentence?: string): Claim {
  return {
    id,
    page: '/guide/maps/',
    path: 'content/guide/maps.md',
    line: 1,
    examples: ['x1'],
    ...(sentence && { sentence }),
    expected: { condition: 'm is heap' },
    verdict,
    goVersions: ['go1.26.8'],
    evidence: [],
  };
}

test('sentences stand by verdict in the order of their ids, each with its page; lines of code do not', () => {
  const claims = [
    claim('C10', 'confirmed', 'A map grows.'),
    claim('C8', 'depends', 'A map is on the heap.'),
    claim('a-word', 'confirmed', 'A map is no slice.'),
    claim('C9', 'confirmed', 'A map is a pointer.'),
    claim('/guide/maps/#x1:3', 'confirmed'),
  ];
  const facts = { address: '/guide/maps/', path: 'content/guide/maps.md', title: 'Maps', examples: [] };
  const groups = claimsByVerdict({ counts: {} as never, pages: [{ facts, claims, markdown: '' }] });
  expect(groups.map(({ verdict, claims: of }) => [verdict, of.map(({ id }) => id)])).toEqual([
    ['confirmed', ['C9', 'C10', 'a-word']],
    ['depends', ['C8']],
  ]);
  expect(groups[0]!.claims[0]).toMatchObject({
    sentence: 'A map is a pointer.',
    address: '/guide/maps/#C9',
    title: 'Maps',
  });
});
