import { expect, test } from 'vitest';
import { readDocument } from '../../../../../src/ingest/extract/document.ts';
import { contextOf } from '../../../../../src/ingest/extract/relations/features/context.ts';
import {
  labelled,
  templatesOf,
  within,
} from '../../../../../src/ingest/extract/relations/features/sentence.ts';
import { readLexicon } from '../../../../../src/ingest/lexicon/lexicon.ts';

const RAW = 'Japan and New Zealand will sign an agreement. South Korea did not join them.';
const { text, entities } = readDocument('d', RAW, null, readLexicon());
const sceneOf = templatesOf(contextOf(text, entities));
const all = (first: number, last: number) => sceneOf(first, last).labels.join(' ');

test('a mention is one label, its kind; other words are lemmas', () =>
  expect(all(0, 0)).toBe('<Country> and <Country> will sign an <Agreement> .'));

test('two sentences are one after the other', () =>
  expect(all(0, 1)).toBe(`${all(0, 0)} ${all(1, 1)}`));

test('a stretch begins and ends within it, also inside a mention', () => {
  const scene = sceneOf(0, 0);
  const labelsOf = (start: number, end: number) =>
    scene.labels.slice(...labelled(scene, within(scene, start, end)));
  expect(labelsOf(RAW.indexOf('Zealand'), RAW.indexOf(' an agreement'))).toEqual([
    '<Country>',
    'will',
    'sign',
  ]);
  expect(labelsOf(20, 10)).toEqual([]);
});

test('plans and denials are those of all sentences together', () => {
  expect(
    [sceneOf(0, 0), sceneOf(1, 1), sceneOf(0, 1)].map(({ planned, denied }) => [planned, denied]),
  ).toEqual([
    [true, false],
    [false, true],
    [true, true],
  ]);
});
