import type { Database } from '../../src/db/database.ts';
import { toInteger } from '../../src/db/integer.ts';
import { type Evidence, summarise } from '../../src/ingest/write/summary.ts';
import { foldText, kindPrefix, relationshipId, shortHash, slug } from '../../src/model/ids.ts';
import { CHOICES, ENTITY_KINDS, KIND_NAMES, MODALITIES } from '../../src/model/kinds.ts';
import { readCode } from '../../src/model/property.ts';
import { RELATIONSHIP_TYPES, RELATIONSHIPS } from '../../src/model/relationships.ts';

export type Value = string | number | boolean | null | readonly string[];
export type Values = Record<string, Value>;

/** A generator of numbers in 0..1 that gives the same ones on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface Dice {
  chance(probability: number): boolean;
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  date(): string;
}

export function dice(seed: number): Dice {
  const next = random(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  const two = (n: number) => String(n).padStart(2, '0');
  return {
    chance: (probability) => next() < probability,
    below,
    pick: (list) => list[below(list.length)]!,
    date() {
      const month = `${2018 + below(10)}-${two(1 + below(12))}`;
      return [month.slice(0, 4), month, `${month}-${two(1 + below(28))}`][below(3)]!;
    },
  };
}

const FIRST = ['Ana', 'Émile', 'Rajnath', 'Łukasz', 'Søren', 'Gül', 'Rafael', 'Rafale', 'İnci'];
const LAST = ['Singh', 'Müller', 'Ångström', 'Da Silva', 'Šimek', 'Pact', 'Brigade', 'Bay'];

function anyValue(roll: Dice, kind: string, name: string, code: string): Value {
  const { base, nullable } = readCode(code);
  if (nullable && roll.chance(0.35)) return null;
  const choices = (CHOICES as Record<string, Record<string, readonly string[]>>)[kind]?.[name];
  if (choices) return roll.pick(choices);
  if (base === 'Int') return roll.below(20);
  if (base === 'Float') return roll.chance(0.5) ? roll.below(100) : roll.below(10_000) / 100;
  if (base === 'FuzzyDate') return roll.date();
  return `${roll.pick(['alpha', 'Beta', 'ÉPSILON'])} ${roll.below(6)}`;
}

const valuesOf = (roll: Dice, kind: string, table: Readonly<Record<string, string>>): Values =>
  Object.fromEntries(
    Object.entries(table).map(([name, code]) => [name, anyValue(roll, kind, name, code)]),
  );

export interface Entity {
  readonly kind: string;
  readonly values: Values;
}
export interface Edge {
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly values: Values;
  readonly statements: readonly (Evidence & { readonly id: string })[];
}
export interface RandomGraph {
  readonly entities: readonly Entity[];
  readonly edges: readonly Edge[];
}

function makeEntities(roll: Dice, perKind: number): Entity[] {
  return KIND_NAMES.flatMap((kind) =>
    Array.from({ length: perKind }, (_, i) => {
      const name = `${roll.pick(FIRST)} ${roll.pick(LAST)}`;
      const aliases = roll.chance(0.5) ? [`${name} Alias`] : [];
      const values: Values = {
        ...valuesOf(roll, kind, ENTITY_KINDS[kind]),
        id: `${kindPrefix(kind)}:${slug(name)}-${i}`,
        name,
        nameKey: foldText(name),
        aliases,
        aliasKeys: aliases.map(foldText),
        searchText: [name, ...aliases, foldText(name)].join('\n'),
        externalIds: roll.chance(0.3) ? [`wikidata:Q${i}`] : [],
        statementCount: roll.below(9),
      };
      return { kind, values };
    }),
  );
}

const DOCUMENTS = 30;

/** Documents, some undated, some reprints of others. */
const makeDocuments = (roll: Dice) =>
  Array.from({ length: DOCUMENTS }, (_, i) => ({
    documentId: `document:${shortHash('document', i)}`,
    story: `story:${i % 5 === 0 ? Math.floor(i / 10) : i}`,
    publishedOn: i % 6 === 0 ? null : roll.date(),
  }));

/** The properties of an edge by some of its statements; its id alone where there are none. */
export function edgeValues(id: string, statements: readonly Evidence[]): Values {
  const { properties, ...summary } = summarise(statements);
  return { ...summary, ...properties, id };
}

function makeEdges(
  roll: Dice,
  entities: readonly Entity[],
  documents: ReturnType<typeof makeDocuments>,
  perType: number,
): Edge[] {
  const ids = (kinds: readonly string[]) =>
    entities.filter(({ kind }) => kinds.includes(kind)).map(({ values }) => String(values.id));
  const edges = new Map<string, Edge>();
  for (const type of RELATIONSHIP_TYPES)
    for (let i = 0; i < perType; i++) {
      const { from, to, own } = RELATIONSHIPS[type];
      const [source, target] = [roll.pick(ids(from)), roll.pick(ids(to))];
      const title = type === 'HOLDS_POSITION' ? { title: roll.pick(['Minister', 'Chief']) } : {};
      const id = relationshipId(type, source, target, String(title.title ?? ''));
      if (source === target || edges.has(id)) continue;
      const statements = Array.from({ length: 1 + roll.below(5) }, (_, k) => ({
        ...documents[roll.below(documents.length)]!,
        id: `statement:${shortHash(id, k)}`,
        confidence: roll.below(100) / 100,
        modality: roll.chance(0.6) ? ('asserted' as const) : roll.pick(MODALITIES),
        properties: { ...valuesOf(roll, '', own), ...title } as Evidence['properties'],
      }));
      edges.set(id, { type, source, target, values: edgeValues(id, statements), statements });
    }
  return [...edges.values()];
}

/** Whole numbers as integers, as the writer stores counts; other numbers as they are. */
const stored = (values: Values) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      [
        'statementCount',
        'documentCount',
        'sourceCount',
        'deniedBy',
        'quantity',
        'durationYears',
      ].includes(name) || name === 'personnel'
        ? value === null
          ? null
          : toInteger(Number(value))
        : value,
    ]),
  );

/** A graph of all kinds and types, full of gaps, equal names, parallel edges and unequal modalities. */
export async function writeRandomGraph(
  database: Database,
  { seed = 42, perKind = 22, perType = 50 } = {},
): Promise<RandomGraph> {
  const roll = dice(seed);
  const entities = makeEntities(roll, perKind);
  const documents = makeDocuments(roll);
  const edges = makeEdges(roll, entities, documents, perType);
  await database.run('UNWIND $rows AS row CREATE (n:Entity:$(row.kind)) SET n = row.values', {
    rows: entities.map(({ kind, values }) => ({ kind, values: stored(values) })),
  });
  await database.run('UNWIND $rows AS row CREATE (n:Document) SET n = row', {
    rows: documents.map(({ documentId: id, story, publishedOn }, i) => ({
      id,
      story,
      publishedOn,
      source: `${i}.txt`,
      title: i % 3 === 0 ? null : `${['Title', 'Títle (a+b)', 'Łódź  straße'][(i % 7) % 3]} ${i}`,
      url: i % 2 === 0 ? null : `https://example.org/${i}`,
      language: 'en',
      text: `The text of ${i}.`,
      ingestedAt: '2026-01-01T00:00:00.000Z',
    })),
  });
  await database.run(
    `UNWIND $rows AS row MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target})
     CREATE (a)-[r:$(row.type)]->(b) SET r = row.values
     WITH row, a, b UNWIND row.statements AS s MATCH (d:Document {id: s.documentId})
     CREATE (a)<-[:SUBJECT]-(n:Statement)-[:OBJECT]->(b)
     SET n = s.properties, n += {id: s.id, type: row.type, relationshipId: row.values.id, publishedOn: s.publishedOn,
       quote: 'Quote of ' + row.type, start: 0, end: 5, rawStart: 0, rawEnd: 5, confidence: s.confidence,
       modality: s.modality, extractor: '1', recordedAt: '2026-01-01T00:00:00.000Z'}
     CREATE (n)-[:FROM]->(d)
     MERGE (d)-[m:MENTIONS]->(a) ON CREATE SET m.count = 1, m.spans = [0, 5]`,
    {
      rows: edges.map((edge) => ({
        ...edge,
        values: stored(edge.values),
        statements: edge.statements.map((one) => ({
          ...one,
          properties: stored(one.properties as Values),
        })),
      })),
    },
  );
  return { entities, edges };
}
