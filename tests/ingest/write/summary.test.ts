import { expect, test } from 'vitest';
import {
  bestSupported,
  combinedConfidence,
  type Evidence,
  summarise,
} from '../../../src/ingest/write/summary.ts';

const evidence = (more: Partial<Evidence>): Evidence => ({
  confidence: 0.8,
  modality: 'asserted',
  documentId: 'a',
  story: 'a',
  publishedOn: '2025-01-01',
  properties: {},
  ...more,
});

test('two sources are surer than one, a reprint is not', () => {
  const one = combinedConfidence([evidence({})]);
  expect(combinedConfidence([evidence({}), evidence({ story: 'b' })])).toBeGreaterThan(one);
  expect(combinedConfidence([evidence({}), evidence({})])).toBe(one);
});

test('the strongest modality wins, and only its statements give properties', () => {
  const summary = summarise([
    evidence({
      modality: 'planned',
      documentId: 'b',
      story: 'b',
      publishedOn: '2024-06',
      properties: { on: '2024-09' },
    }),
    evidence({ properties: { on: '2025-10-31', quantity: null } }),
  ]);
  expect(summary).toMatchObject({
    modality: 'asserted',
    statementCount: 2,
    documentCount: 2,
    sourceCount: 2,
    firstSeen: '2024-06',
    lastSeen: '2025-01-01',
    properties: { on: '2025-10-31' },
  });
});

test('the summary is the same in whatever order statements come', () => {
  const all = [
    evidence({ properties: { on: '2025' } }),
    evidence({ story: 'b', properties: { on: '2025-10' } }),
    evidence({ story: 'c', documentId: 'c', modality: 'denied' }),
  ];
  expect(summarise(all)).toEqual(summarise([...all].reverse()));
});

test('of values that differ, the one with more sources is shown; then the surer, then the more exact', () => {
  const said = (value: string, confidence: number, story: string) => ({ value, confidence, story });
  expect(bestSupported([said('47', 0.9, 'a'), said('93', 0.6, 'b'), said('93', 0.6, 'c')])).toBe(
    '93',
  );
  expect(bestSupported([said('47', 0.9, 'a'), said('93', 0.6, 'b')])).toBe('47');
  expect(bestSupported([said('2025', 0.8, 'a'), said('2025-10', 0.8, 'b')])).toBe('2025-10');
  expect(bestSupported([])).toBeNull();
});
