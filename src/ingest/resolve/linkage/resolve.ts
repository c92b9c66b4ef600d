import { type Around, everything } from './blocks/around.ts';
import { pairOf } from './judgements.ts';
import { Resolver } from './resolver.ts';
import type { Comparison, Judged, Unit } from './unit.ts';

/** Which units are one entity, why, and which pairs are open. */
export interface Resolution {
  /** The entity id of each unit: the id of one of its members. */
  readonly entityOf: ReadonlyMap<string, string>;
  /** The comparison by which each joined unit was joined; none for a person's judgement. */
  readonly because: ReadonlyMap<string, Comparison>;
  /** Pairs that may be one but were kept apart, ordered by their ids. */
  readonly candidates: readonly Comparison[];
  /** For units with full names, the units that each may be, whether joined or not. */
  readonly related: ReadonlyMap<string, readonly string[]>;
}

/** Prefers a unit in a lexicon, then one of several documents, then the first id. */
function entityIdOf(members: readonly Unit[]): string {
  const [best] = [...members].sort(
    (a, b) =>
      Number(b.known) - Number(a.known) ||
      Number(a.local) - Number(b.local) ||
      (a.id < b.id ? -1 : 1),
  );
  return best!.id;
}

/**
 * Resolves units into entities, as a function of the units and judgements alone, whatever their
 * order. Full names are joined by the most likely pairs first; a lone name then joins the one full
 * name that it may denote. Units judged the same are one with all that either is; units judged
 * different are never one, whatever the scores.
 * @param around which of them are decided; the others keep the entity that they had
 */
export function resolve(
  units: readonly Unit[],
  judgements: readonly Judged[],
  around: Around = everything(units),
): Resolution {
  const ordered = [...units].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map(ordered.map((unit) => [unit.id, unit]));
  const resolver = new Resolver(byId, judgements, around);
  resolver.joinFull();
  resolver.joinLone();
  const entityOf = new Map<string, string>();
  for (const { id } of ordered) {
    if (entityOf.has(id)) continue;
    const members = resolver.groups.membersOf(id);
    const isDecided = members.some((member) => resolver.decided.has(member));
    const entity = isDecided
      ? entityIdOf(members.map((member) => byId.get(member)!))
      : around.before.get(id)!;
    for (const member of members) entityOf.set(member, entity);
  }
  const candidates = [...resolver.candidates.values()]
    .filter(({ left, right }) => entityOf.get(left) !== entityOf.get(right))
    .sort((a, b) => (pairOf(a.left, a.right) < pairOf(b.left, b.right) ? -1 : 1))
    .map((pair) => ('reasons' in pair ? pair : resolver.compare(pair)));
  return { entityOf, because: resolver.because, candidates, related: resolver.related };
}
