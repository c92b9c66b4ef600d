import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { typescriptOf } from './parameter-type.ts';
import { type Declared, type QueryFile, readQueryFiles } from './query-file.ts';

const QUERIES_FILE = path.join(import.meta.dirname, 'queries.ts');

const shape = (fields: readonly Declared[]) =>
  fields.length === 0
    ? 'Record<string, never>'
    : `{\n${fields.map(({ name, type }) => `      ${name}: ${typescriptOf(type)};\n`).join('')}    }`;

function table(name: string, files: readonly QueryFile[]): string {
  const rows = files.map(
    (file) =>
      `  ${file.name}: {\n    params: ${shape(file.params)};\n    row: ${shape(file.returns)};\n  };\n`,
  );
  return `export interface ${name} {\n${rows.join('')}}\n`;
}

/** Generates `queries.ts`: parameters and rows of all files in `cypher/read` and `cypher/write`. */
export function generateQueryTypes(files: readonly QueryFile[]): string {
  const of = (access: string) => files.filter((file) => file.access === access);
  return [
    '// Made from the headers of cypher/read and cypher/write by `npm run generate`. Do not edit.\n',
    table('ReadQueries', of('read')),
    table('WriteQueries', of('write')),
  ].join('\n');
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(QUERIES_FILE, generateQueryTypes(readQueryFiles()));
