import type { Entity } from '../../vocabulary.ts';

/**
 * Entities whose names contain others: "Indian Navy" contains India.
 * @returns the outer entities of each inner one
 */
export function namesWithin(entities: readonly Entity[]): ReadonlyMap<Entity, ReadonlySet<Entity>> {
  const all = entities
    .flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention })))
    .sort((x, y) => x.mention.start - y.mention.start || y.mention.end - x.mention.end);
  const within = new Map<Entity, Set<Entity>>();
  for (const [at, outer] of all.entries()) {
    for (let next = at + 1; next < all.length; next++) {
      const inner = all[next]!;
      if (inner.mention.start >= outer.mention.end) break;
      const same =
        inner.mention.start === outer.mention.start && inner.mention.end === outer.mention.end;
      for (const [one, other] of same
        ? ([
            [inner, outer],
            [outer, inner],
          ] as const)
        : ([[inner, outer]] as const))
        if (!one.mention.reference && one.mention.end <= other.mention.end)
          within.set(one.entity, (within.get(one.entity) ?? new Set()).add(other.entity));
    }
  }
  return within;
}
