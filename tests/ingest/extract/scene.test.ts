import { expect, test } from 'vitest';
import { contextOf } from '../../../src/ingest/extract/context.ts';
import { readDocument } from '../../../src/ingest/extract/document.ts';
import { readLexicon } from '../../../src/ingest/extract/lexicon.ts';
import {
  masked,
  maskedFirst,
  maskedLast,
  scenesOf,
  within,
} from '../../../src/ingest/extract/scene.ts';

const RAW = 'Japan and New Zealand will sign an agreement. South Korea did not join them.';
const { text, entities } = readDocument('d', RAW, null, readLexicon());
const sceneOf = scenesOf(contextOf(text, entities));
const all = (first: number, last: number) => {
  const scene = sceneOf(first, last);
  return masked(scene, 0, scene.tokens.length).join(' ');
};

test('a mention is one label, its kind; other words are lemmas', () =>
  expect(all(0, 0)).toBe('<Country> and <Country> will sign an <Agreement> .'));

test('two sentences are one after the other', () =>
  expect(all(0, 1)).toBe(`${all(0, 0)} ${all(1, 1)}`));

test('a stretch begins and ends within it, also inside a mention', () => {
  const scene = sceneOf(0, 0);
  const stretch = within(scene, RAW.indexOf('Zealand'), RAW.indexOf(' an agreement'));
  expect(masked(scene, ...stretch)).toEqual(['<Country>', 'will', 'sign']);
  expect(maskedFirst(scene, ...stretch, 2)).toEqual(['<Country>', 'will']);
  expect(maskedLast(scene, ...stretch, 2)).toEqual(['will', 'sign']);
  expect(masked(scene, ...within(scene, 20, 10))).toEqual([]);
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
