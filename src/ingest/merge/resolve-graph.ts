import type { Database, Writer } from '../../db/database.ts';
import { takeTurn } from '../../db/turn.ts';
import { shortHash } from '../../model/ids.ts';
import { isLoneName } from '../resolve/linkage/blocks/keys.ts';
import { COMPARED } from '../resolve/linkage/compare.ts';
import type { Comparison, Unit } from '../resolve/linkage/unit.ts';
import { rowsOf } from '../write/rows-of.ts';
import { blocksIn } from './neighbourhood.ts';
import { type Move, repoint } from './repoint.ts';
import { resolveTouched, type Touched } from './touched.ts';
import { readUnits } from './units-of-graph.ts';

/** The result of a resolution. */
export interface Resolved {
  /** Local entities that were examined. */
  resolved: number;
  /** Local entities whose entity changed. */
  moved: number;
  /** Pairs that were kept apart for a person to review. */
  candidates: number;
  /**
   * People whose name alone says too little, one word or a full name that very many have, and that
   * no other name fits: they stay within their documents.
   */
  unlinked: number;
  /** Distinct names of the first of these. */
  unlinkedNames: string[];
}

const NAMED_MAX = 100;
/** Most entities of one transaction. */
const AT_ONCE = 2_000;

/** Reasons as parallel lists, because a property of Neo4j holds no list of maps. */
export function reasonsOf({ score, reasons }: Comparison) {
  return {
    score,
    features: reasons.map(({ feature }) => feature),
    lefts: reasons.map(({ left }) => left ?? ''),
    rights: reasons.map(({ right }) => right ?? ''),
    weights: reasons.map(({ weight }) => weight),
    sentences: reasons.map(({ sentence }) => sentence),
  };
}

function localRow(unit: Unit, { resolution, units }: Touched) {
  const why = resolution.because.get(unit.id);
  const to = why && (why.left === unit.id ? why.right : why.left);
  const entity = resolution.entityOf.get(unit.id)!;
  const keys = blocksIn(unit);
  const properties = {
    id: unit.id,
    entity,
    name: unit.names[0] ?? '',
    unit: JSON.stringify(unit),
    ...(why ? { ...reasonsOf(why), likeId: to, likeName: units.get(to!)?.names[0] ?? '' } : {}),
  };
  const digest = shortHash(JSON.stringify({ keys, properties }));
  return { id: unit.id, keys, properties: { ...properties, digest } };
}

/** What is to be held of the settled units where something else is held. */
function changedRows(touched: Touched) {
  const { settled, units, digests } = touched;
  return [...settled].sort().flatMap((id) => {
    const unit = units.get(id);
    const row = unit && localRow(unit, touched);
    return row && row.properties.digest !== digests.get(id) ? [row] : [];
  });
}

/** Keeps the pairs to review in place of the former ones of the same units, and of those that are gone. */
async function keepCandidates(
  writer: Writer,
  { resolution, settled, units }: Touched,
  gone: ReadonlySet<string>,
): Promise<number> {
  const candidates = resolution.candidates
    .filter(({ left, right }) => settled.has(left) || settled.has(right))
    .map((pair) => ({
      id: `candidate:${shortHash(pair.left, pair.right)}`,
      left: pair.left,
      right: pair.right,
      properties: {
        id: `candidate:${shortHash(pair.left, pair.right)}`,
        left: pair.left,
        right: pair.right,
        ...reasonsOf(pair),
      },
    }));
  // Whom a lone name may denote is decided with the lone name.
  const undecided = [...units.values()].filter((unit) => !settled.has(unit.id) && isLoneName(unit));
  await writer.write('keepCandidates', {
    of: [...settled, ...gone].sort(),
    notOf: undecided.map(({ id }) => id).sort(),
    kept: candidates.map(({ id }) => id),
    candidates: candidates as never,
  });
  return candidates.length;
}

/** Many people may have one name, which is listed once. */
function nameUnlinked({ unlinkedNames }: Resolved, name: string): void {
  if (unlinkedNames.length < NAMED_MAX && !unlinkedNames.includes(name)) unlinkedNames.push(name);
}

/** Resolves what was written about some local entities since their last resolution. */
async function resolveSome(writer: Writer, ids: readonly string[], tally: Resolved): Promise<void> {
  const states = new Map(
    (await writer.read('entitiesOfLocals', { ids })).map(({ id, entity }) => [id, entity]),
  );
  const entities = [...new Set(ids.map((id) => states.get(id) ?? id))].sort();
  const shown = new Map((await readUnits(writer, entities)).map((unit) => [unit.id, unit]));
  const gone = new Set(ids.filter((id) => !shown.has(id)));
  const touched = await resolveTouched(writer, [...shown.values()], gone);
  const { resolution, settled, before, units } = touched;
  const moves: Move[] = [...settled].sort().flatMap((local) => {
    const to = resolution.entityOf.get(local);
    const from = before.get(local) ?? states.get(local) ?? local;
    return to === undefined || to === from ? [] : [{ local, from, to }];
  });
  if (moves.length > 0) await repoint(writer, moves, resolution.entityOf);
  for (const locals of rowsOf(changedRows(touched)))
    await writer.write('keepLocals', { locals: locals as never });
  for (const some of rowsOf([...gone].sort())) await writer.write('removeLocals', { ids: some });
  tally.candidates += await keepCandidates(writer, touched, gone);
  tally.resolved += ids.length;
  tally.moved += moves.length;
  const members = new Map<string, number>();
  for (const entity of resolution.entityOf.values())
    members.set(entity, (members.get(entity) ?? 0) + 1);
  for (const id of ids) {
    const unit = units.get(id);
    if (!unit || !isLoneName(unit) || members.get(resolution.entityOf.get(id)!) !== 1) continue;
    tally.unlinked++;
    nameUnlinked(tally, unit.names[0]!);
  }
}

export interface ResolveOptions {
  /** Resolves everything again, not only what is new. */
  readonly all?: boolean;
  readonly signal?: AbortSignal | undefined;
}

async function noteAll(database: Database): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await database.transaction((writer) =>
      writer.write('noteAllUnresolved', { after, limit: AT_ONCE, kinds: [...COMPARED] }),
    );
    if (rows.length === 0) return;
    after = rows.at(-1)!.id;
  }
}

/** Whether anything is unresolved, read without a lock: an ingest without news costs a look-up. */
const isUnresolved = async (database: Database): Promise<boolean> =>
  (await database.read('anyUnresolved', {})).length > 0;

/**
 * Resolves the identities of all that was written since the last resolution, and of what that
 * touches. The result is the same as if everything were resolved at once. One writer resolves at a
 * time; after an interruption the next one continues.
 */
export async function resolveGraph(
  database: Database,
  { all = false, signal }: ResolveOptions = {},
): Promise<Resolved> {
  const tally: Resolved = { resolved: 0, moved: 0, candidates: 0, unlinked: 0, unlinkedNames: [] };
  if (all) await noteAll(database);
  while (await isUnresolved(database)) {
    signal?.throwIfAborted();
    const done = await database.transaction(async (writer) => {
      const some: Resolved = {
        resolved: 0,
        moved: 0,
        candidates: 0,
        unlinked: 0,
        unlinkedNames: [],
      };
      const noteMoment = await takeTurn(writer);
      const ids = (await writer.read('unresolved', { limit: AT_ONCE })).map(({ id }) => id);
      if (ids.length > 0) {
        await noteMoment();
        await resolveSome(writer, ids, some);
      }
      await writer.write('forgetUnresolved', { ids });
      return some;
    });
    for (const name of ['resolved', 'moved', 'candidates', 'unlinked'] as const)
      tally[name] += done[name];
    for (const name of done.unlinkedNames) nameUnlinked(tally, name);
  }
  return tally;
}
