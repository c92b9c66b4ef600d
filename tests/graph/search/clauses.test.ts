import { expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { ask } from '../ask.ts';

const WORDS =
  'ministers partnerships agreements frameworks cooperations memorandums understandings signatures delegations counterparts destroyers shipbuilders'.split(
    ' ',
  );
/** Every spelling of the words with one other letter. */
const SLIPS = WORDS.flatMap((word) =>
  [...word].flatMap((_, at) =>
    [...'abcdefghijklmnopqrstuvwxyz'].map((sign) => word.slice(0, at) + sign + word.slice(at + 1)),
  ),
);

async function graphOfSlips(): Promise<Database> {
  const database = await emptyDatabase();
  await database.run(
    `UNWIND range(0, size($names) - 1) AS i
     CREATE (:Entity:Person {id: 'person:slip-' + i, name: $names[i], nameKey: $names[i], aliasKeys: [],
       aliases: [], statementCount: 1, searchText: $names[i]})
     CREATE (:Statement {id: 'statement:slip-' + i, quote: $names[i]})`,
    { names: SLIPS },
  );
  await database.run('CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()');
  return database;
}

test('many long words are found in a graph where each may be misspelt in hundreds of ways', async () => {
  const database = await graphOfSlips();
  for (let count = 1; count <= WORDS.length; count++) {
    const query = WORDS.slice(0, count).join(' ');
    const { data, errors } = await ask(
      database,
      `{ search(query: "${query}") { totalCount } searchStatements(query: "${query}") { totalCount } }`,
    );
    expect(errors, query).toBeUndefined();
    expect((data as { search: { totalCount: number } }).search.totalCount, query).toBeGreaterThan(
      0,
    );
  }
  await database.close();
});
