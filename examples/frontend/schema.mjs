// Makes the types of operations from the contract that a running server tells.
import { writeFile } from 'node:fs/promises';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { buildSchema, introspectionFromSchema } from 'graphql';

const server = process.env.ENTENTE_URL ?? 'http://127.0.0.1:4000/';
const response = await fetch(new URL('schema.graphql', server));
if (!response.ok) throw new Error(`${response.url} answers ${response.status}; is the server running?`);
const introspection = minifyIntrospection(introspectionFromSchema(buildSchema(await response.text())));
const types = await outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true });
await writeFile(new URL('src/graphql-env.d.ts', import.meta.url), types);
