import type { Writer } from '../../db/database.ts';
import { grouped } from '../../grouped.ts';
import { daysOf } from '../write/days.ts';
import { type Kept, keptOf } from '../write/kept.ts';
import { type Evidence, summaryOfEdge, tallyOfEdge } from '../write/summary.ts';
import { differs, type Properties } from './differs.ts';

export interface EdgeName {
  readonly id: string;
  readonly type: string;
}

/** An edge as its statements give it. */
interface ExpectedEdge extends EdgeName {
  readonly source: string;
  readonly target: string;
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
  readonly kept: Kept;
}

/** An edge that differs from its statements. */
export interface WrongEdge extends EdgeName {
  readonly what: string;
  readonly isStored: boolean;
  /** Null where no statement supports it any more. */
  readonly expected: ExpectedEdge | null;
}

async function expectedEdges(
  read: Writer['read'],
  ids: readonly string[],
): Promise<Map<string, ExpectedEdge>> {
  const rows = await read('evidenceOfRelationships', { ids });
  const expected = new Map<string, ExpectedEdge>();
  for (const [id, some] of grouped(rows, ({ relationshipId }) => relationshipId)) {
    const evidence = some as unknown as Evidence[];
    const counts = tallyOfEdge(evidence);
    const days = daysOf(evidence);
    const { properties: own, ...summary } = summaryOfEdge(counts, days);
    const { type, source, target } = some[0]!;
    const properties = { id, ...summary, ...own };
    expected.set(id, { id, type, source, target, properties, kept: { counts, days } });
  }
  return expected;
}

/** Missing counts are no error: they are made when the edge is next changed. */
const isKeptRight = (kept: Kept | undefined, should: Kept) =>
  kept === undefined || JSON.stringify(kept) === JSON.stringify(should);

/** Compares stored edges with their statements. */
export async function checkEdges(
  read: Writer['read'],
  edges: readonly EdgeName[],
): Promise<WrongEdge[]> {
  const ids = edges.map(({ id }) => id);
  const rows = await read('relationshipsById', { edges });
  const stored = new Map(rows.map(({ id, properties }) => [id, properties as Properties]));
  const expected = await expectedEdges(read, ids);
  const kept = await keptOf({ read }, ids);
  return edges.flatMap(({ id, type }): WrongEdge[] => {
    const [is, should] = [stored.get(id), expected.get(id) ?? null];
    const wrong = (what: string) => [
      { id, type, what, isStored: is !== undefined, expected: should },
    ];
    if (should === null) return is ? wrong('no statement says so') : [];
    if (is === undefined) return wrong('statements say so, and there is no such relationship');
    const difference = differs(is, should.properties);
    if (difference !== null) return wrong(difference);
    return isKeptRight(kept.get(id), should.kept) ? [] : wrong('its kept counts are wrong');
  });
}
