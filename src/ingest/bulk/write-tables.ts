import { grouped } from '../../grouped.ts';
import { kindOf } from '../../model/ids.ts';
import { type Cell, IMPORT_TABLES } from '../../model/import-tables.ts';
import { ownSpellings } from '../resolve/spellings.ts';
import { factsIn, saidIn } from '../write/change.ts';
import type { Counts } from '../write/counts.ts';
import { type Days, daysOf } from '../write/days.ts';
import {
  type Naming,
  type PropertyEvidence,
  summaryOfEntity,
  tallyOfEntity,
} from '../write/entity-summary.ts';
import { KEPT_FROM } from '../write/kept.ts';
import type { Prepared } from '../write/prepare.ts';
import { type Evidence, summaryOfEdge, tallyOfEdge } from '../write/summary.ts';
import { counted, isLarge } from '../write/write-entities.ts';
import type { Spool } from './spool.ts';

/** A document of the graph that the load makes. */
export interface Last {
  readonly document: Prepared;
  readonly story: string;
  readonly supersededBy: string | null;
}

const tallyRow = (id: string, counts: Counts, days: Days) =>
  IMPORT_TABLES.tallies.row({ id, counts: JSON.stringify(counts), days: JSON.stringify(days) });

/** What one document contributes to one entity. */
interface OfEntity {
  readonly id: string;
  readonly naming: Naming;
  readonly facts: readonly PropertyEvidence[];
  readonly statements: number;
}

/** What one statement contributes to one relationship. */
type OfEdge = Evidence & {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly target: string | null;
};

/** Number of files that entities and edges are distributed over; each fits into memory. */
const PARTS = 128;
/** A plain hash: it is made for every mention, and nothing depends on its strength. */
function partOf(id: string): number {
  let hash = 0;
  for (let at = 0; at < id.length; at++) hash = (Math.imul(hash, 31) + id.charCodeAt(at)) | 0;
  return (hash >>> 0) % PARTS;
}
const entityPart = (part: number) => `entities-${part}.jsonl`;
const edgePart = (part: number) => `edges-${part}.jsonl`;

type Row = Readonly<Record<string, Cell>>;

function writeDocument(spool: Spool, { document, story, supersededBy }: Last): void {
  const { documents, supersedes, mentions, statements, from, subjects, objects } = IMPORT_TABLES;
  const { id, properties } = document;
  spool.write(documents.file, documents.row({ ...properties, story, supersededBy }));
  if (supersededBy !== null) {
    const row = { ':START_ID': supersededBy, ':END_ID': id };
    spool.write(supersedes.file, supersedes.row(row));
    return;
  }
  for (const { id: entity, mention } of document.entities) {
    const row = { ...mention, ':START_ID': id, ':END_ID': entity };
    spool.write(mentions.file, mentions.row(row));
  }
  for (const { id: statement, subject, object, properties: said } of document.statements) {
    const join = (end: string) => ({ ':START_ID': statement, ':END_ID': end });
    spool.write(statements.file, statements.row(said as Row));
    spool.write(from.file, from.row(join(id)));
    spool.write(subjects.file, subjects.row(join(subject)));
    if (object !== null) spool.write(objects.file, objects.row(join(object)));
  }
}

/** Distributes a document's content over the files of its entities and edges. */
function distribute(spool: Spool, { document, story }: Last): void {
  const said = saidIn(document, story);
  const facts = grouped(factsIn(said), ({ of }) => of);
  const statements = counted(said);
  for (const { id, mention } of document.entities) {
    const one: OfEntity = {
      id,
      naming: mention as unknown as Naming,
      facts: facts.get(id) ?? [],
      statements: statements.get(id) ?? 0,
    };
    spool.write(entityPart(partOf(id)), `${JSON.stringify(one)}\n`);
  }
  for (const { relationshipId: id, fact: _, ...rest } of said)
    if (id !== null) {
      const one: OfEdge = { id, ...rest };
      spool.write(edgePart(partOf(id)), `${JSON.stringify(one)}\n`);
    }
}

async function groupsIn<T>(lines: AsyncIterable<T>, keyOf: (one: T) => string) {
  const all: T[] = [];
  for await (const line of lines) all.push(line);
  return [...grouped(all, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1));
}

async function writeEntities(spool: Spool, part: number): Promise<void> {
  const { entities, tallies } = IMPORT_TABLES;
  const lines = spool.lines<OfEntity>(entityPart(part));
  for (const [id, all] of await groupsIn(lines, (one) => one.id)) {
    const counts = tallyOfEntity(
      all.map(({ naming }) => naming),
      all.flatMap(({ facts }) => facts),
      all.reduce((sum, { statements }) => sum + statements, 0),
    );
    const kind = kindOf(id);
    const properties = summaryOfEntity(id, kind, counts, ownSpellings().get(id));
    const row = { ...properties, ':LABEL': ['Entity', kind] };
    spool.write(entities.file, entities.row(row as Row));
    if (isLarge(counts)) spool.write(tallies.file, tallyRow(id, counts, {}));
  }
}

async function writeEdges(spool: Spool, part: number): Promise<void> {
  const { relationships, tallies } = IMPORT_TABLES;
  const lines = spool.lines<OfEdge>(edgePart(part));
  for (const [id, all] of await groupsIn(lines, (one) => one.id)) {
    const counts = tallyOfEdge(all);
    const days = daysOf(all);
    const { properties, ...summary } = summaryOfEdge(counts, days);
    const { type, source, target } = all[0]!;
    const ends = { ':START_ID': source, ':END_ID': target, ':TYPE': type };
    spool.write(relationships.file, relationships.row({ ...ends, id, ...summary, ...properties }));
    if (counts.at('statements') > KEPT_FROM) spool.write(tallies.file, tallyRow(id, counts, days));
  }
}

/** Writes the tables of a whole graph. */
export async function writeTables(spool: Spool, documents: AsyncIterable<Last>): Promise<void> {
  for await (const one of documents) {
    writeDocument(spool, one);
    if (one.supersededBy === null) distribute(spool, one);
  }
  spool.flush();
  for (let part = 0; part < PARTS; part++) {
    await writeEntities(spool, part);
    await writeEdges(spool, part);
  }
  spool.close();
}
