import path from 'node:path';
import { expect, test } from 'vitest';
import {
  brokenStages,
  FILES_MAX,
  fullFolders,
  PARTS,
  pathsIntoRooms,
  withoutOneReader,
} from './helpers/house-rules.ts';
import { type Arrow, arrowsOf, codeIn, pathsIn } from './helpers/source-files.ts';

/** What each room may import. `ingest!` means: only the room's entry file. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  base: ['base'],
  db: ['model', 'base'],
  graph: ['db', 'model', 'base'],
  ingest: ['db', 'model', 'base', 'bin'],
  labels: ['ingest', 'model', 'base'],
  training: ['labels', 'ingest', 'model', 'base'],
  evaluation: ['training', 'labels', 'ingest', 'model', 'base'],
  export: ['db', 'model', 'base'],
  queue: ['ingest', 'model', 'base'],
  schema: ['graph', 'ingest!', 'model', 'base'],
  pages: [],
  server: ['schema', 'graph', 'ingest!', 'pages!', 'db', 'base'],
  embedded: ['base'],
  explorer: ['pages'],
  cli: 'model base db graph ingest queue evaluation export schema server embedded'.split(' '),
  bin: [],
  scripts: ['bin'],
};

/** External packages that have one home. */
const HOME_OF: Readonly<Record<string, string>> = {
  'neo4j-driver': 'db',
  dataloader: 'graph',
  '@pothos/core': 'schema',
  'graphql-scalars': 'schema',
  'graphql-yoga': 'server',
  'prom-client': 'server',
  '@opentelemetry/api': 'server',
  citty: 'cli',
  bullmq: 'queue',
  aws4fetch: 'queue',
  'wink-nlp': 'ingest',
  'onnxruntime-node': 'ingest',
  'chrono-node': 'ingest',
  '@mozilla/readability': 'ingest',
  linkedom: 'ingest',
  htmlparser2: 'ingest',
  domhandler: 'ingest',
  entities: 'ingest',
  'file-type': 'ingest',
  jsonrepair: 'ingest',
  'modern-tar': 'ingest',
  'postal-mime': 'ingest',
  'smol-toml': 'ingest',
  unpdf: 'ingest',
  yauzl: 'ingest',
  yaml: 'ingest',
  'iconv-lite': 'ingest',
};

function roomOf(file: string): string {
  const [top, room = ''] = file.split('/');
  if (top !== 'src') return top!;
  return room.endsWith('.ts') ? 'base' : room;
}

const files = codeIn('src', 'schema', 'bin', 'scripts');
const arrows = files.flatMap((file) => arrowsOf(file));

function allowed({ file, to, target }: Arrow): boolean {
  const from = roomOf(file);
  if (target === null) {
    const home = Object.entries(HOME_OF).find(([name]) => to === name || to.startsWith(`${name}/`));
    return home === undefined || home[1] === from;
  }
  const room = roomOf(target);
  if (room === from) return true;
  const rooms = MAY_IMPORT[from] ?? [];
  return (
    rooms.includes(room) || (rooms.includes(`${room}!`) && path.basename(target) === `${room}.ts`)
  );
}

test('every room is known', () => {
  expect([...new Set(files.map(({ file }) => roomOf(file)))].sort()).toEqual(
    Object.keys(MAY_IMPORT).sort(),
  );
});

test('rooms import only what the house allows', () => {
  const wrong = arrows
    .filter((arrow) => !allowed(arrow))
    .map(({ file, to }) => `${file} imports ${to}`);
  expect(wrong).toEqual([]);
});

test('no two files import each other round a circle, types aside', () => {
  const graph = new Map(
    files.map((file) => [file.file, arrowsOf(file, true).map(({ target }) => target!)]),
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) {
      circles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...trail, file]);
    done.add(file);
  };
  for (const { file } of files) walk(file, []);
  expect(circles).toEqual([]);
});

test('a stage of extraction imports itself and earlier ones', () => {
  expect(brokenStages(files)).toEqual([]);
});

test('every part of extraction has its place among the stages', () => {
  const parts = pathsIn('src/ingest/extract').map(
    (file) => file.slice('src/ingest/extract/'.length).split(/[/.]/)[0]!,
  );
  expect([...new Set(parts)].sort()).toEqual([...PARTS].sort());
});

test('a later stage that is imported is told, and so is what enters past the doors', () => {
  const early = 'src/ingest/extract/values/dates.ts';
  const late = "import type { Fact } from '../relations/decide.ts';";
  const past = "import { datesIn } from '../ingest/extract/values/dates.ts';";
  expect(
    brokenStages([
      { file: early, text: late },
      { file: 'src/training/fit.ts', text: past },
    ]),
  ).toEqual([
    `${early} imports src/ingest/extract/relations/decide.ts`,
    `src/training/fit.ts imports ${early}`,
  ]);
});

test('no room names another by path', () => {
  expect(pathsIntoRooms(files.filter(({ file }) => /^(?:src|schema)\//.test(file)))).toEqual([]);
});

test('a path into another room is told', () => {
  const file = 'src/server/quality.ts';
  expect(pathsIntoRooms([{ file, text: "path.join(ROOT, 'src/training/model.json')" }])).toEqual([
    `${file} names src/training/model.json`,
  ]);
});

test('a folder has at most 15 files', () => {
  expect(fullFolders([...files, ...codeIn('tests')].map(({ file }) => file))).toEqual({});
});

test('a folder of 16 files is told', () => {
  const many = Array.from({ length: FILES_MAX + 1 }, (_, at) => `src/x/${at}.ts`);
  expect(fullFolders(many)).toEqual({ 'src/x': 16 });
  expect(fullFolders(many.slice(1))).toEqual({});
});

test('every file of data has one reader', () => {
  expect(withoutOneReader(pathsIn('data'), files)).toEqual([]);
});

test('a file of data with two readers, or with none, is told', () => {
  const reader = (file: string, named: string) => ({ file, text: `readFileSync('${named}')` });
  const twice = [reader('src/a.ts', 'data/words/x.csv'), reader('src/b.ts', 'data/words')];
  expect(withoutOneReader(['data/words/x.csv', 'data/corpus/y.txt'], twice)).toEqual([
    'data/words/x.csv is read by src/a.ts, src/b.ts',
    'data/corpus/y.txt is read by nobody',
  ]);
});
