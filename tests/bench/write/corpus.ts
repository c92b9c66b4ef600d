// What is written: texts that were read once, and copies of them under other names, so that a graph of
// any size has the hubs that real documents make.
import { extract, loadExtractor } from '../../../src/ingest/extract/extract.ts';
import { readLexicon } from '../../../src/ingest/lexicon/lexicon.ts';
import { readAll } from '../../../src/ingest/readers/read.ts';
import { identify } from '../../../src/ingest/resolve/identity/identity.ts';
import { type Prepared, prepare } from '../../../src/ingest/write/prepare.ts';
import type { SourceDocument } from '../../../src/model/extraction.ts';

const NOW = '2026-01-01T00:00:00.000Z';

async function* documentsIn(file: string, most: number): AsyncGenerator<SourceDocument> {
  let count = 0;
  for await (const item of readAll([file]))
    if ('document' in item) {
      yield item.document;
      if (++count === most) return;
    }
}

const STATES = 'Japan Norway Poland Australia Canada India Egypt Brazil Greece Finland'.split(' ');
const SYSTEMS =
  'F-16 fighters,Javelin missiles,M1 Abrams tanks,P-8 aircraft,Patriot missiles'.split(',');

/** Records of one sentence, such as a register has. */
function* records(count: number): Generator<SourceDocument> {
  for (let at = 0; at < count; at++) {
    const [state, system] = [STATES[at % 10]!, SYSTEMS[(at * 7) % 5]!];
    const day = `${1990 + (at % 35)}-0${1 + (at % 9)}-1${at % 10}`;
    yield {
      id: `document:record${at}`,
      source: `register.csv#${at}`,
      raw: `The United States approved the sale of ${10 + at} ${system} to ${state} for $${5 + at} million.`,
      title: null,
      url: null,
      publisher: 'register',
      publishedOn: day,
      language: 'en',
    };
  }
}

/** What a copy calls its own: ids that one document alone has, and the document's. */
function copyOf(document: Prepared, shared: ReadonlySet<string>, copy: number): Prepared {
  const own = (id: string) => (shared.has(id) ? id : `${id}-${copy}`);
  const id = `${document.id}-${copy}`;
  const source = `${document.source}-${copy}`;
  const edge = (name: string | null, ends: readonly string[]) =>
    name === null || ends.every((end) => shared.has(end)) ? name : `${name}-${copy}`;
  return {
    ...document,
    id,
    source,
    hash: `${document.hash}-${copy}`,
    fingerprint: null,
    properties: { ...document.properties, id, source, contentHash: `${document.hash}-${copy}` },
    entities: document.entities.map((row) => ({ ...row, id: own(row.id) })),
    statements: document.statements.map((row) => {
      const ends = [row.subject, row.object].filter((end) => end !== null);
      const relationshipId = edge(row.relationshipId, ends);
      return {
        id: `${row.id}-${copy}`,
        subject: own(row.subject),
        object: row.object === null ? null : own(row.object),
        relationshipId,
        properties: { ...row.properties, id: `${row.id}-${copy}`, relationshipId },
      };
    }),
  };
}

export interface Corpus {
  readonly name: string;
  /** Milliseconds of CPU that reading one took. */
  readonly readMs: number;
  readonly statements: number;
  /** The document at a place, from 0, however many were read. */
  at(place: number): Prepared;
}

async function corpusOf(
  name: string,
  documents: AsyncIterable<SourceDocument> | Iterable<SourceDocument>,
): Promise<Corpus> {
  const extractor = loadExtractor();
  const lexicon = readLexicon();
  const all: Prepared[] = [];
  const seen = new Map<string, number>();
  const cpu = process.cpuUsage();
  for await (const document of documents) {
    const extraction = extract(document, extractor);
    all.push(prepare(document, extraction, identify(document, extraction, lexicon), NOW));
  }
  const { user, system } = process.cpuUsage(cpu);
  for (const { entities } of all)
    for (const { id } of entities) seen.set(id, (seen.get(id) ?? 0) + 1);
  const shared = new Set([...seen].filter(([, count]) => count > 1).map(([id]) => id));
  const statements = all.reduce((sum, one) => sum + one.statements.length, 0);
  return {
    name,
    readMs: (user + system) / 1_000 / all.length,
    statements: statements / all.length,
    at: (place) => {
      const copy = Math.floor(place / all.length);
      const document = all[place % all.length]!;
      return copy === 0 ? document : copyOf(document, shared, copy);
    },
  };
}

export const articlesOf = (file: string, most: number): Promise<Corpus> =>
  corpusOf('articles', documentsIn(file, most));
export const recordsOf = (count: number): Promise<Corpus> =>
  corpusOf('one-sentence records', records(count));
