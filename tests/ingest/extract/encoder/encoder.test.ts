import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readCarefully, readWithoutNames } from '../../../../src/ingest/extract/document.ts';
import {
  Encoder,
  encoderVersion,
  hasEncoder,
} from '../../../../src/ingest/extract/encoder/encoder.ts';
import {
  CARD_FILE,
  pairsFileOf,
  TAGGER_FILE,
} from '../../../../src/ingest/extract/encoder/files.ts';
import { extractCarefully, loadReader } from '../../../../src/ingest/extract/extract.ts';
import { openPool } from '../../../../src/ingest/extract/pool.ts';
import { extractorVersion, readerHere } from '../../../../src/ingest/extract/version.ts';
import { readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';

const RAW = `Minister lauds ties with Kenya

NAIROBI – Defence chief Kwabena Osei-Mensah flew in on Tuesday and inspected troops.
Osei-Mensah later told reporters that the drill would end on Friday. The Lake Rangers Battalion took part.`;

const SOURCE = {
  id: 'document:d',
  source: 'd.txt',
  raw: RAW,
  title: null,
  url: null,
  publisher: null,
  publishedOn: '2025-11-14',
  language: 'en',
};

const origin = { language: null, url: null };
const opened = (raw: string) => readWithoutNames('d', raw, null, origin);
const lexicon = readLexicon();

describe('the model that is shipped', () => {
  let encoder: Encoder;
  beforeAll(() => {
    encoder = new Encoder();
  });

  test('is the one of its card, and small', () => {
    const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
    const card = JSON.parse(readFileSync(CARD_FILE, 'utf8')) as { sha256: string; pairs: string };
    expect(hashOf(TAGGER_FILE)).toBe(card.sha256);
    expect(hashOf(pairsFileOf(TAGGER_FILE))).toBe(card.pairs);
    expect(encoderVersion()).toBe(card.sha256.slice(0, 8));
    expect(statSync(TAGGER_FILE).size).toBeLessThan(25 * 2 ** 20);
    expect(statSync(pairsFileOf(TAGGER_FILE)).size).toBeLessThan(2 ** 20);
  });

  test('supports what is named, and not what is not', async () => {
    const { text } = opened(RAW);
    const reading = await encoder.read(text, []);
    const spanOf = (words: string) => {
      const start = text.clean.indexOf(words);
      return { start, end: start + words.length };
    };
    expect(reading.support('Person', spanOf('Kwabena Osei-Mensah'))).toBeGreaterThan(0.5);
    expect(reading.support('Country', spanOf('Kenya'))).toBeGreaterThan(0.5);
    expect(reading.support('Person', spanOf('reporters'))).toBeLessThan(0.2);
    expect(reading.support('Country', spanOf('Kwabena Osei-Mensah'))).toBeLessThan(0.2);
    expect(reading.support('Person', { start: 0, end: 0 })).toBe(0);
  });

  test('reads the same text the same way twice', async () => {
    const { text } = opened(RAW);
    expect((await encoder.read(text, [])).spans()).toEqual((await encoder.read(text, [])).spans());
  });

  test('reads a text without words, and a long one only so far', async () => {
    expect((await encoder.read(opened('').text, [])).spans()).toEqual([]);
    const { text } = opened('Officials of Kenya met. '.repeat(4_500));
    const reading = await encoder.read(text, []);
    expect([...text.cut]).toContain('the encoder read only the first 20000 word pieces');
    expect(reading.support('Country', { start: 13, end: 18 })).toBeGreaterThan(0.5);
    const last = text.clean.lastIndexOf('Kenya');
    expect(reading.support('Country', { start: last, end: last + 5 })).toBe(0);
  }, 120_000);

  test('adds to a document what the rules did not find', async () => {
    const document = await readCarefully(opened(RAW), lexicon, encoder);
    const found = document.entities.flatMap(({ kind, mentions }) =>
      mentions.map(({ text, rule }) => ({ kind, text, rule })),
    );
    expect(found).toContainEqual(
      expect.objectContaining({ kind: 'Person', text: 'Kwabena Osei-Mensah' }),
    );
    expect(document.reading).not.toBeNull();
  });
});

describe('how documents are read', () => {
  test('is carefully where the model and its runtime are there, unless that is not wanted', () => {
    expect(hasEncoder()).toBe(true);
    expect(hasEncoder('a-runtime-without-a-binary')).toBe(false);
    expect(readerHere({})).toBe('careful');
    expect(readerHere({ ENTENTE_READER: 'careful' })).toBe('careful');
    expect(readerHere({ ENTENTE_READER: 'fast' })).toBe('fast');
  });

  test('is told by the version, so that documents are read again', () => {
    const fast = extractorVersion({ version: null }, 'fast');
    const careful = extractorVersion({ version: null }, 'careful');
    expect(fast).toMatch(/^entente-\d+\.[0-9a-f]{8}$/);
    expect(careful).toMatch(/^entente-\d+\.[0-9a-f]{8}\.careful\.[0-9a-f]{8}$/);
    expect(careful).toContain(encoderVersion());
  });

  test.each(['careful', 'fast'] as const)('%s, end to end', async (reader) => {
    const extraction = await extractCarefully(SOURCE, loadReader(reader));
    expect(extraction.extractor).toBe(extractorVersion({ version: null }, reader));
    expect(extraction.entities.map(({ name }) => name)).toContain('Kenya');
  });

  test('is the same in threads, of which each has a model of its own', async () => {
    vi.stubEnv('ENTENTE_READER', 'careful');
    const pool = openPool(2, []);
    try {
      const alone = await extractCarefully(SOURCE, loadReader('careful'));
      const all = await Promise.all([SOURCE, SOURCE, SOURCE].map((one) => pool.extract(one)));
      for (const one of all) expect(one).toEqual(alone);
    } finally {
      await pool.close();
      vi.unstubAllEnvs();
    }
  }, 120_000);

  test('gives texts up that cost too much, wherever they are, and goes on with the next', async () => {
    vi.stubEnv('ENTENTE_READER', 'careful');
    const long = { ...SOURCE, raw: 'Officials of Kenya met with Ada Okoro. '.repeat(9_000) };
    try {
      for (const cpuMs of [700, 1_500]) {
        const pool = openPool(1, [], { cpuMs, memoryMb: 256 });
        try {
          await expect(pool.extract(long)).rejects.toThrow(`takes more than ${cpuMs / 1_000} s`);
          if (cpuMs === 1_500)
            expect((await pool.extract(SOURCE)).entities.length).toBeGreaterThan(0);
        } finally {
          await pool.close();
        }
      }
    } finally {
      vi.unstubAllEnvs();
    }
  }, 120_000);
});
