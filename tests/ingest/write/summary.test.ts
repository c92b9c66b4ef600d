import { expect, test } from 'vitest';
import { Counts } from '../../../src/ingest/write/counts.ts';
import {
  bestSupported,
  type Evidence,
  summarise,
  tallyOfEdge,
} from '../../../src/ingest/write/summary.ts';
import { growthOf, RATIO_MAX } from '../../helpers/reading-cost.ts';

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
  const confidenceOf = (...all: Evidence[]) => summarise(all).confidence;
  const one = confidenceOf(evidence({}));
  expect(one).toBe(0.8);
  expect(confidenceOf(evidence({}), evidence({ story: 'b' }))).toBe(0.96);
  expect(confidenceOf(evidence({}), evidence({}))).toBe(one);
  expect(
    confidenceOf(...Array.from({ length: 5_000 }, (_, at) => evidence({ story: `${at}` }))),
  ).toBe(0.99);
});

test('the strongest modality wins, only its statements count, and the plan stands beside it', () => {
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
    statementCount: 1,
    documentCount: 1,
    sourceCount: 1,
    firstSeen: '2025-01-01',
    lastSeen: '2025-01-01',
    plannedSince: '2024-06',
    rumouredSince: null,
    deniedBy: 0,
    contested: false,
    properties: { on: '2025-10-31' },
  });
});

const denial = (story: string, confidence = 0.8) =>
  evidence({ modality: 'denied', story, documentId: story, confidence });

test('denials are counted apart, and a reprint of who says so is no denial of its own', () => {
  expect(summarise([evidence({}), denial('b'), denial('c')])).toMatchObject({
    modality: 'asserted',
    statementCount: 1,
    sourceCount: 1,
    deniedBy: 2,
    contested: true,
  });
  expect(summarise([evidence({}), denial('a')])).toMatchObject({ deniedBy: 0, contested: false });
  expect(summarise([denial('b')])).toMatchObject({
    modality: 'denied',
    confidence: 0.8,
    sourceCount: 1,
    contested: false,
  });
});

test.each([
  { says: [0.8], denies: [], sure: 0.8 },
  { says: [0.8], denies: [0.8], sure: 0.706 },
  { says: [0.8], denies: [0.8, 0.8], sure: 0.59 },
  { says: [0.8], denies: [0.2], sure: 0.783 },
  { says: [0.8, 0.8], denies: [0.8], sure: 0.935 },
  { says: [0.9, 0.9, 0.9], denies: [0.8], sure: 0.983 },
  { says: [0.6], denies: [0.9, 0.9, 0.9], sure: 0.2 },
])('said with $says and denied with $denies it is as sure as $sure', ({ says, denies, sure }) => {
  const all = [
    ...says.map((confidence, at) => evidence({ confidence, story: `s${at}` })),
    ...denies.map((confidence, at) => denial(`d${at}`, confidence)),
  ];
  expect(summarise(all).confidence).toBe(sure);
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
  const best = (...said: [value: string, confidence: number][]) => {
    const counts = new Counts();
    for (const [value, confidence] of said)
      counts.add(1, JSON.stringify(value), String(confidence));
    return bestSupported(counts);
  };
  expect(best(['47', 0.9], ['93', 0.6], ['93', 0.6])).toBe('93');
  expect(best(['47', 0.9], ['93', 0.6])).toBe('47');
  expect(best(['2025', 0.8], ['2025-10', 0.8])).toBe('2025-10');
  expect(best()).toBeNull();
});

test('who says a day less exactly supports it, but no other day', () => {
  const best = (...said: [value: string, stories: number][]) => {
    const counts = new Counts();
    for (const [value, stories] of said) counts.add(stories, JSON.stringify(value), '0.8');
    return bestSupported(counts);
  };
  expect(best(['2024', 3], ['2024-05-03', 1])).toBe('2024-05-03');
  expect(best(['2023', 3], ['2024-05-03', 1])).toBe('2023');
  expect(best(['2024', 2], ['2024-05-03', 1], ['2024-06', 2])).toBe('2024-06');
  expect(best(['20', 3], ['2024', 1])).toBe('20');
});

test('the best of many days is found in time that grows with their number', () => {
  const find = (size: number) => {
    const counts = new Counts();
    const day = new Date('1000-01-01');
    for (let at = 0; at < size; at++, day.setUTCDate(day.getUTCDate() + 1))
      counts.add(1, JSON.stringify(day.toISOString().slice(0, 10)), '0.8');
    return () => bestSupported(counts);
  };
  expect(growthOf(find, 20_000)).toBeLessThan(RATIO_MAX);
});

test('tallies add up: stories one by one, and what is taken back again', () => {
  const stories = ['a', 'b', 'c', '__proto__'].map((story, at) => [
    evidence({ story, documentId: `${story}1`, properties: { on: '2025', quantity: at } }),
    evidence({ story, documentId: `${story}2`, confidence: 0.3 + at / 10, modality: 'planned' }),
  ]);
  const whole = tallyOfEdge(stories.flat());
  const added = new Counts();
  for (const story of stories) added.merge(tallyOfEdge(story));
  expect(JSON.stringify(added)).toBe(JSON.stringify(whole));
  expect(JSON.stringify(Counts.parse(JSON.stringify(whole)))).toBe(JSON.stringify(whole));
  for (const story of stories.slice(1)) added.merge(tallyOfEdge(story), -1);
  expect(JSON.stringify(added)).toBe(JSON.stringify(tallyOfEdge(stories[0]!)));
  added.merge(tallyOfEdge(stories[0]!), -1);
  expect(added.isEmpty).toBe(true);
});
