import type { Writer } from '../../db/database.ts';
import { grouped } from '../../grouped.ts';
import { MODALITIES } from '../../model/kinds.ts';
import type { Change, Said } from './change.ts';
import { type Days, daysOf, joined, mayHaveGone } from './days.ts';
import { KEPT_FROM, type Kept, keep, keptOf } from './kept.ts';
import { rowsOf } from './rows-of.ts';
import { type Evidence, summaryOfEdge, tallyOfEdge } from './summary.ts';

interface Edge {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
}
type Properties = Readonly<Record<string, string | number | boolean | null>>;

/** The changes to edges by a batch. */
export interface Edges {
  readonly created: (Edge & { readonly properties: Properties })[];
  /** Null properties remove the edge. */
  readonly changed: { id: string; type: string; properties: Properties | null }[];
  readonly kept: Map<string, Kept>;
  readonly gone: string[];
}

const byEdge = (said: readonly Said[]) =>
  grouped(
    said.filter(({ relationshipId }) => relationshipId !== null),
    ({ relationshipId }) => relationshipId!,
  );

/** Reads the evidence of edges with few statements. */
async function readSmall(writer: Writer, ids: readonly string[], { storyNow }: Change) {
  const evidence: (Evidence & { relationshipId: string })[] = [];
  for (const some of rowsOf(ids))
    for (const row of await writer.read('evidenceOfEdges', { ids: some }))
      evidence.push({ ...row, story: storyNow(row.story) } as never);
  return grouped(evidence, ({ relationshipId }) => relationshipId);
}

async function daysNow(writer: Writer, ids: readonly string[]): Promise<Map<string, Days>> {
  const days = new Map<string, Days>();
  for (const some of rowsOf(ids))
    for (const row of await writer.read('daysOfRelationships', {
      ids: some,
      modalities: MODALITIES,
    }))
      days.set(row.id, joined(days.get(row.id) ?? {}, { [row.modality]: row }));
  return days;
}

/**
 * Summarises the edges that a batch touches: small ones from their statements, large ones from
 * their counts. It must run after the withdrawn statements are deleted and before the new ones are
 * written.
 */
export async function summariseEdges(writer: Writer, change: Change): Promise<Edges> {
  const [before, stay, added] = [change.before, change.kept, change.added].map(byEdge) as [
    Map<string, Said[]>,
    Map<string, Said[]>,
    Map<string, Said[]>,
  ];
  const touched = [...new Set([...before.keys(), ...added.keys()])].sort();
  const held = await keptOf(writer, touched);
  const small = await readSmall(
    writer,
    touched.filter((id) => !held.has(id)),
    change,
  );
  const nowOf = (id: string) => [...(stay.get(id) ?? []), ...(added.get(id) ?? [])];
  const stale = new Set(
    touched.filter((id) => {
      const known = held.get(id);
      return known && mayHaveGone(known.days, before.get(id) ?? [], nowOf(id));
    }),
  );
  const days = await daysNow(writer, [...stale]);

  const edges: Edges = { created: [], changed: [], kept: new Map(), gone: [] };
  for (const id of touched) {
    const known = held.get(id);
    const all = [...(small.get(id) ?? []), ...(added.get(id) ?? [])];
    const counts = known?.counts ?? tallyOfEdge(all);
    let seen = daysOf(all);
    if (known) {
      counts.merge(tallyOfEdge(before.get(id) ?? []), -1);
      counts.merge(tallyOfEdge(nowOf(id)));
      seen = joined(stale.has(id) ? (days.get(id) ?? {}) : known.days, seen);
    }
    const { type, source, target } = (added.get(id) ?? before.get(id))![0]!;
    if (counts.at('statements') === 0) {
      edges.changed.push({ id, type, properties: null });
      if (known) edges.gone.push(id);
      continue;
    }
    const { properties: own, ...summary } = summaryOfEdge(counts, seen);
    const properties = { id, ...summary, ...own };
    if (known || small.has(id) || before.has(id)) edges.changed.push({ id, type, properties });
    else edges.created.push({ id, type, source, target: target!, properties });
    if (known || counts.at('statements') > KEPT_FROM) edges.kept.set(id, { counts, days: seen });
  }
  return edges;
}

/** Writes edges; the entities at their ends must exist. */
export async function writeEdges(
  writer: Writer,
  { created, changed, kept, gone }: Edges,
): Promise<void> {
  for (const some of rowsOf(changed)) await writer.write('setRelationships', { edges: some });
  for (const some of rowsOf(created)) await writer.write('createRelationships', { edges: some });
  await keep(writer, kept, gone);
}
