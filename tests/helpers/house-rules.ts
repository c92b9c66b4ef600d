// What holds of all code, as functions from files to what breaks the rule: empty where it holds.
import path from 'node:path';
import ts from 'typescript';
import { type Arrow, arrowsOf, type SourceFile } from './source-files.ts';

const EXTRACT = 'src/ingest/extract/';

/**
 * What extraction consists of, each part on those before it. The stages are folders; a part
 * imports itself and what stands before it, never what stands behind.
 */
export const PARTS = [
  'vocabulary',
  'relationship-types',
  'values',
  'mentions',
  'native-gate',
  'encoder',
  'coreference',
  'document',
  'factuality',
  'relations',
  'attributes',
  'statements',
  'version',
  'extract',
  'thread',
  'pool',
  'worker-main',
  'worker',
];

/** The doors of extraction: what the rest of the program may import. */
const DOORS: Readonly<Record<string, RegExp>> = {
  'src/ingest': /^(?:pool|thread|version)\.ts$/,
  'src/labels': /^(?:document|vocabulary|encoder\/encoder)\.ts$/,
  'src/training':
    /^(?:extract|document|vocabulary|encoder\/[\w-]+|mentions\/mentions|relationship-types|relations\/(?:featurise|score|decide|model\/[\w-]+))\.ts$/,
  'src/evaluation':
    /^(?:extract|version|vocabulary|encoder\/encoder|relations\/decide|values\/numbers)\.ts$/,
};

const partOf = (file: string): number =>
  PARTS.indexOf(file.slice(EXTRACT.length).split(/[/.]/)[0]!);

function breaksStage({ file, target }: Arrow): boolean {
  if (!target?.startsWith(EXTRACT)) return false;
  if (file.startsWith(EXTRACT)) return partOf(target) > partOf(file);
  const door = Object.entries(DOORS).find(([room]) => file.startsWith(`${room}/`));
  return door !== undefined && !door[1].test(target.slice(EXTRACT.length));
}

/** Imports of a later stage, and imports of extraction past its doors. */
export const brokenStages = (files: readonly SourceFile[]): string[] =>
  files
    .flatMap((file) => arrowsOf(file))
    .filter(breaksStage)
    .map(({ file, target }) => `${file} imports ${target}`);

/** Files that a room serves as they are. */
const MAY_NAME: Readonly<Record<string, string>> = {
  'src/server/neo4j-browser/browser.ts': 'cypher/explore',
};

/** Paths into other rooms as text, which no test of imports sees; only data may be named so. */
export const pathsIntoRooms = (files: readonly SourceFile[]): string[] =>
  files.flatMap(({ file, text }) =>
    [...text.matchAll(/'((?:src|schema|cypher|scripts|bin)\/[\w./-]+)'/g)]
      .map(([, named]) => named!)
      .filter((named) => named !== MAY_NAME[file])
      .filter((named) => !named.startsWith(`${path.posix.dirname(file)}/`))
      .map((named) => `${file} names ${named}`),
  );

export const FILES_MAX = 15;

/** Folders of more files than can be looked over, with their number. */
export function fullFolders(files: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const file of files) {
    const folder = path.posix.dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].filter(([, count]) => count > FILES_MAX).sort());
}

/**
 * Files of data that not exactly one module names: by its own path, or, where a module reads all
 * files of a folder, by the folder's or by that of a folder around it.
 */
export const withoutOneReader = (data: readonly string[], files: readonly SourceFile[]): string[] =>
  data.flatMap((file) => {
    const parts = file.split('/');
    const names = parts.map((_, at) => `'${parts.slice(0, at + 1).join('/')}'`).slice(1);
    const readers = files.filter(({ text }) => names.some((name) => text.includes(name)));
    return readers.length === 1
      ? []
      : [`${file} is read by ${readers.map((one) => one.file).join(', ') || 'nobody'}`];
  });

const PATTERN_MAX = 160;

/** Patterns too long to be read, each as how many signs it has. */
export function longPatterns({ file, text }: SourceFile): number[] {
  const lengths: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) lengths.push(node.getText().length);
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'String.raw')
      lengths.push(node.template.getText().length);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return lengths.filter((length) => length > PATTERN_MAX);
}

/** Whether a text of the code is Cypher of more than one MATCH, and so a query of its own. */
export function longCypher({ file, text }: SourceFile): string[] {
  const found: string[] = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node) || ts.isStringLiteralLike(node))
      if ((node.getText().match(/\b(?:MATCH|CALL) ?[({]/g)?.length ?? 0) > 1)
        found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Functions of more lines than a screen shows, each with their number. */
export function longFunctions({ file, text }: SourceFile, most: number): string[] {
  const found: string[] = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lineOf = (at: number) => source.getLineAndCharacterOfPosition(at).line;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const lines = lineOf(node.end) - lineOf(node.getStart()) + 1;
      if (lines > most) found.push(`${file}:${lineOf(node.getStart()) + 1} has ${lines} lines`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
