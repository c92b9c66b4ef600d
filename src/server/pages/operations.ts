import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../root.ts';

/** An example query: a tab in GraphiQL, and a statement planned before the first user asks. */
export interface Operation {
  readonly name: string;
  readonly title: string;
  readonly query: string;
  /** JSON text, as GraphiQL shows it. */
  readonly variables: string;
}

const FOLDER = path.join(ROOT, 'examples/operations');

/** Reads all example queries; the first line of a file's leading comment is its title. */
export function readOperations(folder = FOLDER): Operation[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => {
      const query = readFileSync(path.join(folder, file), 'utf8').trim();
      const name = path.basename(file, '.graphql');
      const variables = path.join(folder, `${name}.variables.json`);
      return {
        name,
        title: /^#\s*(.+)$/m.exec(query)?.[1] ?? name,
        query,
        variables: existsSync(variables) ? readFileSync(variables, 'utf8').trim() : '',
      };
    });
}
