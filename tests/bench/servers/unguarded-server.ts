// Entente without what bounds a request from outside: no shares, no places, no deadline, no check of
// the host, no metrics, no traces, no paced writing. The same documents, limits and execution.
import { createServer } from 'node:http';
import { schema } from '../../../schema/index.ts';
import { readConfig } from '../../../src/config.ts';
import { openDatabase } from '../../../src/db/database.ts';
import { Degrees } from '../../../src/graph/degrees.ts';
import { createLog } from '../../../src/log.ts';
import { createGraphQL } from '../../../src/server/answer/graphql.ts';
import { answerPlainQuery } from '../../../src/server/answer/plain-query.ts';

const config = readConfig();
const database = openDatabase({
  uri: config.NEO4J_URI!,
  user: config.NEO4J_USER,
  password: config.NEO4J_PASSWORD,
});
const parts = { config, database, schema, log: createLog('error'), extractor: null };
const api = createGraphQL({ ...parts, degrees: new Degrees() });
const { signal } = new AbortController();
const asker = { signal, headers: { get: () => null } };

createServer((req, res) => {
  const body: Buffer[] = [];
  req.on('data', (part: Buffer) => body.push(part));
  req.on('end', () => void answerPlainQuery(api, req, res, Buffer.concat(body), asker));
}).listen(config.PORT, '127.0.0.1', () => process.send?.('ready'));
