import type { Gold, Source } from '../labels/gold.ts';
import { addTallies, type Tally } from './counts.ts';
import { scoreEntities } from './entities.ts';
import type { GraphExport } from './graph/graph-export.ts';
import { foundByDocument, matchEntities } from './match.ts';
import { type Links, scoreMentions } from './mentions.ts';
import { countedTypes, scoreRelationships } from './relationships.ts';
import { type Item, type Resolution, resolutionOf } from './resolution.ts';

/** Parts counted by kind, type or property; each document has all of them. */
export const PARTS = [
  'entities',
  'entitiesStrict',
  'mentions',
  'relationships',
  'relationshipsStrict',
  'attributes',
] as const;
export type Part = (typeof PARTS)[number];
type Tallies = Readonly<Record<Part, Tally>>;

interface DocumentScore {
  readonly id: string;
  readonly tallies: Tallies;
}

export interface Score {
  readonly documents: readonly DocumentScore[];
  /** Tallies of all documents. */
  readonly tallies: Tallies;
  /** Nodes whose entity another node of the document matches. */
  readonly duplicates: number;
  readonly links: Links;
  readonly surnames: Links;
  readonly resolution: Resolution;
}

function sumOf(documents: readonly DocumentScore[]): Tallies {
  return Object.fromEntries(
    PARTS.map((part) => [part, addTallies(documents.map(({ tallies }) => tallies[part]))]),
  ) as unknown as Tallies;
}

const addLinks = (all: readonly Links[]): Links => ({
  right: all.reduce((sum, { right }) => sum + right, 0),
  all: all.reduce((sum, one) => sum + one.all, 0),
});

/** Scores a graph against the labels of its documents. docs/evaluation.md has the rules. */
export function scoreGraph(
  dump: GraphExport,
  labelled: readonly { readonly gold: Gold; readonly raw: Source['raw'] }[],
): Score {
  const golds = labelled.map(({ gold }) => gold);
  const counted = countedTypes(golds);
  const nodes = foundByDocument(dump);
  const things = new Map<string, Set<string>>();
  const items: Item[] = [];
  let duplicates = 0;
  const documents = labelled.map(({ gold, raw }) => {
    const { id } = gold.doc;
    const match = matchEntities(nodes.get(id) ?? [], gold);
    const found = dump.relationships.filter(
      ({ type, evidence }) => counted.has(type) && evidence.some(({ doc }) => doc === id),
    );
    const entities = scoreEntities(match, gold);
    const mentions = scoreMentions(match, raw, gold);
    const relationships = scoreRelationships(found, match, gold);
    duplicates += match.duplicates.size;
    for (const [node, entity] of match.goldOf)
      if (!entity.optional) items.push({ doc: id, thing: entity.canonicalId, node });
    for (const [node, several] of mentions.things)
      things.set(node, new Set([...(things.get(node) ?? []), ...several]));
    const tallies: Tallies = {
      entities: entities.lenient,
      entitiesStrict: entities.strict,
      mentions: mentions.mentions,
      relationships: relationships.lenient,
      relationshipsStrict: relationships.strict,
      attributes: addTallies([entities.attributes, relationships.attributes]),
    };
    return { id, tallies, links: mentions.links, surnames: mentions.surnames };
  });
  return {
    documents: documents.map(({ id, tallies }) => ({ id, tallies })),
    tallies: sumOf(documents),
    duplicates,
    links: addLinks(documents.map(({ links }) => links)),
    surnames: addLinks(documents.map(({ surnames }) => surnames)),
    resolution: resolutionOf(items, things, golds),
  };
}
