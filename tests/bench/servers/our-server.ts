// Entente as it is served, with one limit raised: the list of 5,000 people needs a page of that size.
import { schema } from '../../../schema/index.ts';
import { readConfig } from '../../../src/config.ts';
import { openDatabase } from '../../../src/db/database.ts';
import { createLog } from '../../../src/log.ts';
import { startServer } from '../../../src/server/server.ts';

const { graph } = schema.getQueryType()!.getFields().people!.extensions as {
  graph: { max: number };
};
graph.max = 5_000;

const config = readConfig();
const database = openDatabase({
  uri: config.NEO4J_URI!,
  user: config.NEO4J_USER,
  password: config.NEO4J_PASSWORD,
});
await startServer({ config, database, log: createLog('error'), reader: 'fast' });
process.send?.('ready');
