import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseError } from '../errors.ts';
import { ROOT } from '../root.ts';
import { type ParameterType, parseType } from './parameter-type.ts';

export const CYPHER_FOLDER = path.join(ROOT, 'cypher');

type Access = 'read' | 'write';

export interface Declared {
  readonly name: string;
  readonly type: ParameterType;
}

/** One `.cypher` file: its header is its signature, its folder its access mode. */
export interface QueryFile {
  /** `entitiesById` for `entities-by-id.cypher`. */
  readonly name: string;
  readonly access: Access;
  readonly path: string;
  readonly params: readonly Declared[];
  readonly returns: readonly Declared[];
  readonly text: string;
  /** The text as sent. If any parameter is a list, all are put into one map, `$given`. */
  readonly sent: string;
}

/**
 * Puts all parameters into one map. Neo4j plans a statement anew for each order of magnitude of the
 * size of a list or text parameter: three lists of 0, 1, up to 10, 100 and 1,000 rows make a
 * hundred plans of a second each. Values inside a map have no such size, so one plan serves all.
 */
const inOneMap = (text: string, params: readonly Declared[]): string =>
  params.some(({ type }) => type.as === 'list')
    ? text.replace(/\$(\w+)/g, (whole, name) =>
        params.some((param) => param.name === name) ? `$given.${name}` : whole,
      )
    : text;

const HEADER = /^\/\/ @(param|returns)[ ]+(\w+)[ ]+(\{[^\n]*\}[[\]?]*|\S+)/;

/** @throws {DatabaseError} naming the file and line of a header that is no declaration */
export function parseQueryFile(file: string, text: string): QueryFile {
  const params: Declared[] = [];
  const returns: Declared[] = [];
  text.split('\n').forEach((line, i) => {
    if (!/^\/\/ *@/.test(line)) return;
    const [, tag, name, type] = HEADER.exec(line) ?? [];
    if (tag === undefined || name === undefined || type === undefined)
      throw new DatabaseError(
        `${file}:${i + 1}: "${line}" is no declaration; write // @param name type, or // @returns name type`,
      );
    (tag === 'param' ? params : returns).push({ name, type: parseType(type) });
  });
  const base = path.basename(file, '.cypher');
  const statement = text.replace(/^\/\/.*\n/gm, '').trim();
  return {
    name: base.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    access: path.basename(path.dirname(file)) === 'write' ? 'write' : 'read',
    path: file,
    params,
    returns,
    text: statement,
    sent: inOneMap(statement, params),
  };
}

/** All static queries, sorted by path. */
export function readQueryFiles(folder = CYPHER_FOLDER): QueryFile[] {
  return (['read', 'write'] as const).flatMap((access) =>
    readdirSync(path.join(folder, access))
      .filter((file) => file.endsWith('.cypher'))
      .sort()
      .map((file) => {
        const full = path.join(folder, access, file);
        return parseQueryFile(full, readFileSync(full, 'utf8'));
      }),
  );
}

/** Splits a file into its statements, which end with `;` at the end of a line; drops comments. */
export function splitStatements(text: string): string[] {
  return text
    .replace(/^\s*\/\/.*$/gm, '')
    .split(/;[ \t]*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
