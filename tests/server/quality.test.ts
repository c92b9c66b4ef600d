import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import type { Database } from '../../src/db/database.ts';
import { Degrees } from '../../src/graph/degrees.ts';
import { extractorVersion, readerHere } from '../../src/ingest/extract/version.ts';
import { readLexicon } from '../../src/ingest/lexicon/lexicon.ts';
import { RELATIONSHIP_TYPES } from '../../src/model/relationships.ts';
import { createGraphQL } from '../../src/server/answer/graphql.ts';
import { readQuality } from '../../src/server/quality.ts';
import { emptyDatabase } from '../helpers/neo4j.ts';
import { postRequest, readableLog, settings } from './serving.ts';

let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.close());

const quality = readQuality()!;

test('what was measured is of the extractor that reads, by relationship types of the vocabulary', () => {
  expect(
    quality.version,
    'run `npx entente evaluate … --cross-validate --taggers … --docs` again',
  ).toBe(extractorVersion(readLexicon(), readerHere({})));
  expect(quality.measuredOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(RELATIONSHIP_TYPES).toEqual(expect.arrayContaining(quality.types.map(({ type }) => type)));
  expect(quality.types.length).toBeGreaterThan(8);
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
