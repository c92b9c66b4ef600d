import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../src/ingest/extract/document.ts';
import { readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';

const LEXICON = readLexicon();
/** For each event, its mentions with the word behind them. */
const eventsOf = (raw: string) => {
  const { text, entities } = readDocument('d', raw, '2025-11-14', LEXICON);
  return entities
    .filter(({ kind }) => kind === 'Event')
    .map(({ mentions }) => mentions.map(({ start, end }) => text.clean.slice(start, end + 9)));
};

describe('attacks that have no name', () => {
  test('on two targets are two', () => {
    const found = eventsOf('Drones flew an attack on Odesa. Hours later came an attack on Lviv.');
    expect(found).toHaveLength(2);
  });

  test('on one target are one, and "the attack" is the one just told', () => {
    const raw =
      'An attack on Odesa failed. The attack cost two lives. Kyiv feared an attack on Odesa.';
    expect(eventsOf(raw)).toEqual([
      ['attack on Odesa', 'attack cost two', 'attack on Odesa'].map((one) => one.slice(0, 15)),
    ]);
  });

  test('"the attack" long after is another one', () => {
    const far = 'Nothing else was told that day. '.repeat(5);
    expect(eventsOf(`An attack on Odesa failed. ${far}The attack was short.`)).toHaveLength(2);
  });

  test('on what has no name and on a town are two, also where a link stands between', () => {
    const found = eventsOf(
      'Rebels flew an attack [here](https://news.example/a) on Odesa. Others answered the attack on shipping.',
    );
    expect(found).toHaveLength(2);
  });

  test('"the attack" under another heading is another one', () => {
    const raw = 'An attack on Odesa failed.\n\n## The sea\n\nThe attack was short.';
    expect(eventsOf(raw)).toHaveLength(2);
  });

  test('wars of two countries are two', () => {
    expect(eventsOf('He spoke of the Ukraine war and of the war in Sudan.')).toHaveLength(2);
  });
});
