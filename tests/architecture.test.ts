import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** What each room may import. `ingest!` means: only the room's entry file. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  base: ['base'],
  db: ['model', 'base'],
  graph: ['db', 'model', 'base'],
  ingest: ['db', 'model', 'base'],
  labels: ['ingest', 'model', 'base'],
  training: ['labels', 'ingest', 'model', 'base'],
  evaluation: ['training', 'labels', 'ingest', 'model', 'base'],
  export: ['db', 'model', 'base'],
  schema: ['graph', 'ingest!', 'model', 'base'],
  pages: [],
  server: ['schema', 'graph', 'ingest!', 'pages!', 'db', 'base'],
  embedded: ['base'],
  explorer: ['pages'],
  cli: 'model base db graph ingest evaluation export schema server embedded'.split(' '),
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
  'wink-nlp': 'ingest',
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

const ROOT = path.resolve(import.meta.dirname, '..');

function roomOf(file: string): string {
  const [top, room = ''] = path.relative(ROOT, file).split(path.sep);
  if (top === 'schema') return 'schema';
  return room.endsWith('.ts') ? 'base' : room;
}

const files = ['src', 'schema'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.join(ROOT, folder, file)),
);

interface Arrow {
  readonly file: string;
  readonly to: string;
}

const arrows: Arrow[] = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, to]) => ({
    file,
    to: to!,
  })),
);

function allowed({ file, to }: Arrow): boolean {
  const from = roomOf(file);
  if (!to.startsWith('.')) {
    const home = Object.entries(HOME_OF).find(([name]) => to === name || to.startsWith(`${name}/`));
    return home === undefined || home[1] === from;
  }
  const target = path.resolve(path.dirname(file), to);
  const room = roomOf(target);
  if (room === from) return true;
  const rooms = MAY_IMPORT[from] ?? [];
  return (
    rooms.includes(room) || (rooms.includes(`${room}!`) && path.basename(target) === `${room}.ts`)
  );
}

test('every room is known', () => {
  expect([...new Set(files.map(roomOf))].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
});

test('rooms import only what the house allows', () => {
  const wrong = arrows
    .filter((arrow) => !allowed(arrow))
    .map(({ file, to }) => `${path.relative(ROOT, file)} imports ${to}`);
  expect(wrong).toEqual([]);
});

test('no two files import each other round a circle, types aside', () => {
  const graph = new Map(
    files.map((file) => [
      file,
      [
        ...readFileSync(file, 'utf8').matchAll(
          /^(?:import|export)(?! type)[^;]*?from\s*'(\.[^']+)'/gm,
        ),
      ].map(([, to]) => path.resolve(path.dirname(file), to!)),
    ]),
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) {
      const circle = [...trail.slice(trail.indexOf(file)), file];
      circles.push(circle.map((step) => path.relative(ROOT, step)).join(' -> '));
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...trail, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  expect(circles).toEqual([]);
});
