import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ExportedNode, GraphExport } from '../../src/evaluation/graph/graph-export.ts';
import { readWritten } from '../../src/labels/annotated-text.ts';
import type { Source } from '../../src/labels/gold.ts';

const FOLDER = path.resolve(import.meta.dirname, '../fixtures/evaluate');

export interface Case {
  readonly name: string;
  readonly labelled: readonly Source[];
  readonly dump: GraphExport;
}

/** Marked passages as a graph: what is the same in several documents is one node. */
export function dumpOf(sources: readonly Source[]): GraphExport {
  const nodes = new Map<string, ExportedNode>();
  for (const { gold } of sources)
    for (const { canonicalId: id, type, name, aliases, attrs } of gold.entities)
      if (!nodes.has(id)) nodes.set(id, { id, type, name, aliases, props: attrs });
  return {
    nodes: [...nodes.values()],
    mentions: sources.flatMap(({ gold }) =>
      gold.entities.flatMap(({ canonicalId, mentions }) =>
        mentions.map(({ start, end }) => ({ doc: gold.doc.id, node: canonicalId, start, end })),
      ),
    ),
    relationships: sources.flatMap(({ gold, raw }) => {
      const ids = new Map(gold.entities.map(({ id, canonicalId }) => [id, canonicalId]));
      return gold.relations.map(({ type, from, to, props, evidence }) => ({
        type,
        from: ids.get(from)!,
        to: ids.get(to)!,
        props,
        confidence: 1,
        evidence: evidence.map(({ start, end }) => ({
          doc: gold.doc.id,
          start,
          end,
          text: raw.slice(start, end),
        })),
      }));
    }),
  };
}

/** Each file holds documents twice: as labelled, and as found. */
export function readCases(): Case[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(FOLDER, file), 'utf8');
      const halves = text.split(/^(?==== )/m);
      const half = (style: string) =>
        readWritten(file, halves.filter((one) => one.split('\n')[0]!.endsWith(style)).join(''));
      return {
        name: path.basename(file, '.txt'),
        labelled: half(' labels'),
        dump: dumpOf(half(' found')),
      };
    });
}
