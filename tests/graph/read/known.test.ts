import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { summarise } from '../../../src/ingest/write/summary.ts';
import { OWN_PROPERTIES } from '../../../src/model/relationship-properties.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { ask } from '../ask.ts';
import { answerOf } from '../known-graph.ts';
import { type Edge, type RandomGraph, writeRandomGraph } from '../random-graph.ts';

const PATIENCE_MS = 300_000;
let database: Database;
let graph: RandomGraph;
beforeAll(async () => {
  database = await emptyDatabase();
  graph = await writeRandomGraph(database, { seed: 7, perKind: 4, perType: 6 });
}, PATIENCE_MS);
afterAll(() => database.close());

/** What is asked at once: each property is a part of a text that takes Neo4j long to plan. */
const ASKED = {
  counts: ['modality', 'confidence', 'statementCount', 'documentCount', 'sourceCount'],
  days: ['firstSeen', 'lastSeen', 'plannedSince', 'rumouredSince', 'deniedBy', 'contested'],
  offices: ['title', 'from', 'to', 'role'],
  things: Object.keys(OWN_PROPERTIES).filter(
    (name) => !['title', 'from', 'to', 'role'].includes(name),
  ),
};
const DAYS = ['2018', '2022-03-15', '2027-12-31'];

/** What was published by a day, of which each edge is summarised by the rule of the writer. */
function knownBy(day: string) {
  const isBy = (date: string | null) => date !== null && date <= `${day}-99`;
  return graph.edges.flatMap((edge) => {
    const said = edge.statements.filter(({ publishedOn }) => isBy(publishedOn));
    if (said.length === 0) return [];
    const { properties, ...summary } = summarise(said);
    return [{ ...edge, said, summary: { ...summary, ...properties, id: edge.values.id } }];
  });
}
const idOf = ({ values }: Edge) => String(values.id);
/** The surest, of several the newest. */
const bestOf = (said: Edge['statements']) =>
  [...said].sort(
    (a, b) =>
      b.confidence - a.confidence ||
      -byText(a.publishedOn ?? '', b.publishedOn ?? '') ||
      byText(a.id, b.id),
  )[0]!.id;
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

interface Listed {
  readonly node: {
    readonly relationships: { readonly edges: readonly { node: { id: string } }[] };
  };
}
const relationshipsIn = ({ edges }: { edges: readonly Listed[] }) =>
  edges.flatMap(({ node }) => node.relationships.edges.map((edge) => edge.node));

const byId = (a: { id: unknown }, b: { id: unknown }) => (String(a.id) < String(b.id) ? -1 : 1);

test.each(DAYS.flatMap((day) => Object.keys(ASKED).map((part) => [part, day] as const)))(
  '%s of relationships are those of what was published by %s, by the rule of the writer',
  async (part, day) => {
    const names = ASKED[part as keyof typeof ASKED];
    const { entities } = await answerOf(
      database,
      `{ entities(first: 40) { edges { node { relationships(first: 40, direction: OUT, asOf: {known: "${day}"}, modality: [asserted, planned, rumoured, denied]) {
        edges { node { id type ${names.join(' ')} } } } } } } }`,
    );
    const expected = knownBy(day).map(({ type, summary }) => ({
      id: summary.id,
      type,
      ...Object.fromEntries(
        names.map((name) => [name, (summary as Record<string, unknown>)[name] ?? null]),
      ),
    }));
    expect(relationshipsIn(entities).sort(byId)).toEqual(expected.sort(byId));
  },
  PATIENCE_MS,
);

test.each(DAYS)(
  'the statements of a relationship, and the best of them, are of what was published by %s',
  async (day) => {
    const { entities } = await answerOf(
      database,
      `{ entities(first: 40) { edges { node { relationships(first: 40, direction: OUT, asOf: {known: "${day}"}, modality: [asserted, planned, rumoured, denied]) {
        edges { node { id bestStatement { id } statements { totalCount } } } } } } } }`,
    );
    const expected = knownBy(day).map(({ summary, said }) => ({
      id: summary.id,
      bestStatement: { id: bestOf(said.filter(({ modality }) => modality === summary.modality)) },
      statements: { totalCount: said.length },
    }));
    expect(relationshipsIn(entities).sort(byId)).toEqual(expected.sort(byId));
  },
  PATIENCE_MS,
);

test(
  'counts, neighbourhoods, timelines and common neighbours follow what was told by then',
  async () => {
    const day = '2022-03-15';
    const known = knownBy(day).filter(({ summary }) =>
      ['asserted', 'planned'].includes(summary.modality),
    );
    const of = graph.edges[0]!.source;
    const around = known.filter(({ source, target }) => source === of || target === of);
    const { entity, neighbourhood, timeline } = await answerOf(
      database,
      `{ entity(id: "${of}") { relationships(asOf: {known: "${day}"}, first: 100) { edges { node { other(than: "${of}") { degree relationshipCounts { count } } } } } }
        neighbourhood(of: ["${of}"], first: 100, asOf: {known: "${day}"}) { relationships { id confidence source { id } target { id } } }
        timeline(first: 100, types: [PARTICIPATED_IN, SIGNED], asOf: {known: "${day}"}) { edges { node { on relationship { id on } } } } }`,
    );
    const others = entity.relationships.edges.map(
      ({ node }: { node: { other: { degree: number } } }) => node.other,
    );
    const degreeOf = (id: string) =>
      known.filter(({ source, target }) => source === id || target === id).length;
    expect(others.map(({ degree }: { degree: number }) => degree).sort()).toEqual(
      around.map((edge) => degreeOf(edge.source === of ? edge.target : edge.source)).sort(),
    );
    const members = new Set(around.flatMap(({ source, target }) => [source, target]));
    expect(neighbourhood.relationships).toEqual(
      known
        .filter(({ source, target }) => members.has(source) && members.has(target))
        .map(({ summary, source, target }) => ({
          id: summary.id,
          confidence: summary.confidence,
          source: { id: source },
          target: { id: target },
        }))
        .sort(byId),
    );
    for (const { node } of timeline.edges) {
      const edge = known.find((one) => idOf(one) === node.relationship.id)!;
      expect(edge, node.relationship.id).toBeDefined();
      const { on = null } = edge.summary as { on?: string };
      if (on !== null) expect(node).toEqual({ on, relationship: { id: idOf(edge), on } });
    }
    expect(timeline.edges.length).toBeGreaterThan(0);
  },
  PATIENCE_MS,
);

test.each(['LENGTH', 'WEAKEST_LINK', 'SOURCES', 'RECENCY'])(
  'paths go over what was told by then, each step as sure as it was then, by %s',
  async (rankBy) => {
    const day = '2022-03-15';
    const known = new Map(knownBy(day).map((edge) => [idOf(edge), edge]));
    let found = 0;
    for (const { source, target } of graph.edges.slice(0, 3))
      for (const condition of ['', 'minConfidence: 0.4, ', 'modality: [rumoured, denied], ']) {
        const { data, errors } = await ask(
          database,
          `{ paths(from: "${source}", to: "${target}", maxLength: 3, rankBy: ${rankBy}, ${condition}asOf: {known: "${day}"}) { reason paths { weakestConfidence relationships { id confidence modality sourceCount } } } }`,
        );
        expect(errors).toBeUndefined();
        for (const { weakestConfidence, relationships } of data.paths.paths) {
          found++;
          const steps = relationships.map(({ id }: { id: string }) => known.get(id)!.summary);
          for (const [i, step] of steps.entries()) {
            const { id, confidence, modality, sourceCount } = step;
            expect(relationships[i]).toEqual({ id, confidence, modality, sourceCount });
            const asked = condition.includes('rumoured')
              ? ['rumoured', 'denied']
              : ['asserted', 'planned'];
            expect(asked).toContain(modality);
            if (condition.includes('0.4')) expect(confidence).toBeGreaterThanOrEqual(0.4);
          }
          const confidences = steps.map((step: { confidence: number }) => step.confidence);
          expect(weakestConfidence).toBe(Math.min(1, ...confidences));
        }
      }
    expect(found).toBeGreaterThan(1);
  },
  PATIENCE_MS,
);
