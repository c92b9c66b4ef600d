// Our scoring against the maintainers' own, where their folder is at hand.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildGraph } from '../../src/evaluation/graph/build-graph.ts';
import { exportLines, type GraphExport } from '../../src/evaluation/graph/graph-export.ts';
import { predict } from '../../src/evaluation/predict.ts';
import { type Score, scoreGraph } from '../../src/evaluation/score.ts';
import { readLexicon } from '../../src/ingest/lexicon/lexicon.ts';
import type { Source } from '../../src/labels/gold.ts';
import { readLabelledFolder } from '../../src/labels/label-folder.ts';
import { dumpOf, readCases } from '../evaluation/cases.ts';
import { spoilt } from '../evaluation/spoilt.ts';

const GOLD = path.resolve(import.meta.dirname, '../../../shared/gold');
const SCORER = path.join(GOLD, 'score.mjs');
const here = existsSync(SCORER);
if (!here) console.warn(`the maintainers' scorer is not at ${SCORER}: not compared with ours`);

type Bag = Record<string, { tp: number; fp: number; fn: number }>;
interface Theirs {
  readonly documents: number;
  readonly duplicates: number;
  readonly resolution: Record<string, number> & {
    readonly b3: { readonly items: number; readonly f: number };
    readonly b3_no_country: { readonly items: number; readonly f: number };
    readonly pairwise_no_country: { tp: number; fp: number; fn: number };
  };
  readonly mention_links: Record<string, number | null>;
}

const PARTS = {
  entities: 'entity_lenient',
  entitiesStrict: 'entity_strict',
  mentions: 'mention_exact',
  relationships: 'relation_lenient',
  relationshipsStrict: 'relation_strict',
  attributes: 'attributes',
} as const;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-scorer-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Every count of ours and of theirs, in one shape. */
function both(labelled: readonly Source[], dump: GraphExport): { ours: object; theirs: object } {
  const gold = mkdtempSync(path.join(folder, 'case-'));
  mkdirSync(path.join(gold, 'labels'));
  for (const { gold: labels, raw } of labelled) {
    const entities = labels.entities.map((entity) => ({
      ...entity,
      mentions: entity.mentions.map((one) => ({ ...one, text: raw.slice(one.start, one.end) })),
    }));
    writeFileSync(
      path.join(gold, 'labels', `${labels.doc.id}.json`),
      JSON.stringify({ ...labels, entities }),
    );
  }
  const predicted = path.join(gold, 'predicted.jsonl');
  writeFileSync(predicted, `${exportLines(dump).join('\n')}\n`);
  const theirs = JSON.parse(
    execFileSync('node', [SCORER, path.join(gold, 'labels'), predicted, '--json'], {
      encoding: 'utf8',
      maxBuffer: 50_000_000,
    }),
  ) as Theirs & Record<string, Bag>;
  const score = scoreGraph(dump, labelled);
  return { ours: shapeOfOurs(score), theirs: shapeOfTheirs(theirs) };
}

const near = (value: number) => Math.round(value * 100) / 100;

function shapeOfOurs({ tallies, duplicates, resolution, surnames, links, documents }: Score) {
  const { bCubed, bCubedWithoutCountries, pairs, clusters, mixed } = resolution;
  return {
    parts: Object.fromEntries(
      Object.keys(PARTS).map((part) => [
        part,
        Object.fromEntries(
          [...tallies[part as keyof typeof PARTS]].map(([key, { right, wrong, missed }]) => [
            key,
            [right, wrong, missed],
          ]),
        ),
      ]),
    ),
    documents: documents.length,
    duplicates,
    bCubed: [bCubed.items, near(bCubed.f1)],
    bCubedWithoutCountries: [bCubedWithoutCountries.items, near(bCubedWithoutCountries.f1)],
    pairs: [pairs.right, pairs.wrong, pairs.missed],
    clusters: [clusters.all, clusters.whole],
    mixed: mixed.length,
    links: links.all,
    surnames: surnames.all,
  };
}

function shapeOfTheirs(theirs: Theirs & Record<string, Bag>) {
  const { b3, b3_no_country, pairwise_no_country, ...resolution } = theirs.resolution;
  return {
    parts: Object.fromEntries(
      Object.entries(PARTS).map(([part, name]) => [
        part,
        Object.fromEntries(
          Object.entries(theirs[name]!)
            .filter(([key]) => !key.startsWith('ALL'))
            .map(([key, { tp, fp, fn }]) => [key, [tp, fp, fn]]),
        ),
      ]),
    ),
    documents: theirs.documents,
    duplicates: theirs.duplicates,
    bCubed: [b3.items, near(b3.f)],
    bCubedWithoutCountries: [b3_no_country.items, near(b3_no_country.f)],
    pairs: [pairwise_no_country.tp, pairwise_no_country.fp, pairwise_no_country.fn],
    clusters: [resolution.crossdoc_clusters, resolution.crossdoc_clusters_perfect],
    mixed: resolution.mixed_nodes,
    links: theirs.mention_links.all,
    surnames: theirs.mention_links.surname_all,
  };
}

describe.skipIf(!here)('counts are those of the maintainers', () => {
  test.each(readCases())('in the case $name', ({ labelled, dump }) => {
    const { ours, theirs } = both(labelled, dump);
    expect(ours).toEqual(theirs);
  });

  test('for what the committed model finds in their documents', async () => {
    const { sources } = readLabelledFolder(GOLD);
    const { documents } = await predict(sources, () => {});
    const { ours, theirs } = both(sources, buildGraph(documents, readLexicon()));
    expect(ours).toEqual(theirs);
  }, 180_000);

  test.each([1, 2, 3, 4])('for their labels with mistakes put in, %d', (seed) => {
    const { sources } = readLabelledFolder(GOLD);
    const { ours, theirs } = both(sources, spoilt(dumpOf(sources), seed));
    expect(ours).toEqual(theirs);
  });
});
