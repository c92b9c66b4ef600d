import type { Writer } from '../../db/database.ts';
import type { Change, Said } from './change.ts';
import { KEPT_FROM, type Kept, keep, keptOf } from './kept.ts';
import { rowsOf } from './rows-of.ts';
import {
  type Evidence,
  grouped,
  type Seen,
  seenIn,
  summaryOfEdge,
  tallyOfEdge,
} from './summary.ts';

interface Edge {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
}
type Properties = Readonly<Record<string, string | number | null>>;

/** What happens to the edges of a batch. */
export interface Edges {
  readonly created: (Edge & { readonly properties: Properties })[];
  /** Without properties they are removed. */
  readonly changed: { id: string; type: string; properties: Properties | null }[];
  readonly kept: Map<string, Kept>;
  readonly gone: string[];
}

const byEdge = (said: readonly Said[]) =>
  grouped(
    said.filter(({ relationshipId }) => relationshipId !== null),
    ({ relationshipId }) => relationshipId!,
  );

const daysOf = (said: readonly Evidence[]) => seenIn(said.map(({ publishedOn }) => publishedOn));

/** Whether the first or the last day may have gone with what was taken back. */
function mayHaveGone({ first, last }: Seen, before: readonly Said[], now: readonly Said[]) {
  const stays = daysOf(now);
  return before.some(
    ({ publishedOn: day }) =>
      day !== null &&
      ((day === first && day !== stays.first) || (day === last && day !== stays.last)),
  );
}

/** What the graph holds of edges of which little is said. */
async function readSmall(writer: Writer, ids: readonly string[], { storyNow }: Change) {
  const evidence: (Evidence & { relationshipId: string })[] = [];
  for (const some of rowsOf(ids))
    for (const row of await writer.read('evidenceOfRelationships', { ids: some }))
      evidence.push({ ...row, story: storyNow(row.story) } as never);
  return grouped(evidence, ({ relationshipId }) => relationshipId);
}

async function daysNow(writer: Writer, ids: readonly string[]): Promise<Map<string, Seen>> {
  const days = new Map<string, Seen>();
  for (const some of rowsOf(ids))
    for (const { id, first, last } of await writer.read('daysOfRelationships', { ids: some }))
      days.set(id, { first, last });
  return days;
}

/**
 * Summarises the edges that a batch touches: those of which little is said from their statements,
 * the others from their counts. To be called when what the batch takes back is gone, and before what
 * it says is there.
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
  const stale = [...held].filter(([id, one]) => mayHaveGone(one, before.get(id) ?? [], nowOf(id)));
  const days = await daysNow(
    writer,
    stale.map(([id]) => id),
  );

  const edges: Edges = { created: [], changed: [], kept: new Map(), gone: [] };
  for (const id of touched) {
    const known = held.get(id);
    const all = [...(small.get(id) ?? []), ...(added.get(id) ?? [])];
    const counts = known?.counts ?? tallyOfEdge(all);
    let seen = daysOf(all);
    if (known) {
      counts.merge(tallyOfEdge(before.get(id) ?? []), -1);
      counts.merge(tallyOfEdge(nowOf(id)));
      const { first, last } = days.get(id) ?? known;
      seen = seenIn([first, last, seen.first, seen.last]);
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
    if (known || counts.at('statements') > KEPT_FROM) edges.kept.set(id, { counts, ...seen });
  }
  return edges;
}

/** Writes them when the entities at their ends are there. */
export async function writeEdges(
  writer: Writer,
  { created, changed, kept, gone }: Edges,
): Promise<void> {
  for (const some of rowsOf(changed)) await writer.write('setRelationships', { edges: some });
  for (const some of rowsOf(created)) await writer.write('createRelationships', { edges: some });
  await keep(writer, kept, gone);
}
