import { expect, test } from 'vitest';
import { describeAudit, missed } from '../../scripts/lighthouse/judge.ts';
import type { Audit } from '../../scripts/lighthouse/run.ts';

const good: Audit = {
  path: '/',
  scores: { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 },
  weights: { html: 30_000, css: 20_000, js: 15_000, fonts: 20_000, all: 120_000 },
  shift: 0,
  costs: ['Largest Contentful Paint: 2.1 s'],
};

test('a page that reaches every goal misses none', () => {
  expect(missed(good)).toEqual([]);
  expect(describeAudit(good)).toContain('performance 98, accessibility 100');
});

test('each goal that a page misses is told', () => {
  const bad: Audit = {
    ...good,
    scores: { ...good.scores, performance: 97, seo: 92 },
    weights: { ...good.weights, js: 15_001, all: 120_001 },
    shift: 0.01,
  };
  expect(missed(bad)).toEqual([
    '/: performance 97, expected 98 or more',
    '/: seo 92, expected 98 or more',
    '/: 120001 B, expected at most 120000',
    '/: 15001 B of script, expected at most 15000',
    '/: layout shift 0.01, expected none',
  ]);
});
