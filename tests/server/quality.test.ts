import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { schema } from '../../schema/index.ts';
import type { Database } from '../../src/db/database.ts';
import { Degrees } from '../../src/graph/degrees.ts';
import { extractorVersion, type Reader, readerHere } from '../../src/ingest/extract/version.ts';
import { readLexicon } from '../../src/ingest/lexicon/lexicon.ts';
import { RELATIONSHIP_TYPES } from '../../src/model/relationships.ts';
import { ROOT } from '../../src/root.ts';
import { createGraphQL } from '../../src/server/answer/graphql.ts';
import { QUALITY_FILES, qualityOf, readQuality } from '../../src/server/quality.ts';
import { emptyDatabase } from '../helpers/neo4j.ts';
import { postRequest, readableLog, settings } from './serving.ts';

let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.close());

const quality = qualityOf(readerHere())!;

/** Of which extractor it is stands in it: raised rules leave the model as it was. */
const measured = (reader: Reader) => readQuality(path.join(ROOT, QUALITY_FILES[reader]))!;

test('what was measured of the careful reader is of the extractor that reads', () => {
  expect(
    measured('careful').version,
    'run `npx entente evaluate … --cross-validate --taggers … --docs` again',
  ).toBe(extractorVersion(readLexicon(), 'careful'));
});

test('what was measured of the fast reader is of the model that reads', () => {
  const [, model] = extractorVersion(readLexicon(), 'fast').split('.');
  expect(
    measured('fast').version.split('.')[1],
    'run `npx entente evaluate … --cross-validate --docs` again',
  ).toBe(model);
});

test.each(['careful', 'fast'] as const)(
  'what was measured of the %s reader is told by relationship types of the vocabulary',
  (reader) => {
    const { measuredOn, types } = measured(reader);
    expect(measuredOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(RELATIONSHIP_TYPES).toEqual(expect.arrayContaining(types.map(({ type }) => type)));
    expect(types.length).toBeGreaterThan(8);
  },
);

test('the quality told is that of the reader that reads here', () => {
  for (const reader of ['careful', 'fast'] as const) {
    vi.stubEnv('ENTENTE_READER', reader);
    expect(qualityOf(readerHere())).toEqual(measured(reader));
  }
  vi.unstubAllEnvs();
});

/** What a client is told of it: the two ends of an interval by name. */
const told = ({ types, ...rest }: NonNullable<ReturnType<typeof readQuality>>) => ({
  ...rest,
  types: types.map(({ precisionInterval, ...measured }) => ({
    ...measured,
    precisionLow: precisionInterval?.[0] ?? null,
    precisionHigh: precisionInterval?.[1] ?? null,
  })),
});

test.each([
  ['tells the version and the measured quality of each type', quality],
  ['is null where nothing was measured', readQuality('/nowhere/quality.json')],
])('summary.extractor %s', async (_, extractor) => {
  const { log } = readableLog();
  const { yoga } = createGraphQL({
    config: settings(),
    database,
    schema,
    log,
    extractor,
    degrees: new Degrees(),
  });
  const response = await yoga.fetch(
    postRequest('http://test/graphql', {
      query:
        '{ summary { extractor { version measuredOn types { type precision precisionLow precisionHigh recall f1 } } } }',
    }),
  );
  expect(await response.json()).toEqual({
    data: { summary: { extractor: extractor && told(extractor) } },
    extensions: expect.anything(),
  });
});
