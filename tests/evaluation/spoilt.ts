import type { ExportedNode, GraphExport } from '../../src/evaluation/graph/graph-export.ts';

/** Numbers 0..1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A graph with mistakes of every sort: lost, renamed, split, merged, moved, turned round, contradicted. */
export function spoilt({ nodes, mentions, relationships }: GraphExport, seed: number): GraphExport {
  const random = randomOf(seed);
  const chance = (share: number) => random() < share;
  const anyOf = <T>(rows: readonly T[]) => rows[Math.floor(random() * rows.length)]!;
  const merged = new Map<string, string>();
  const split = new Set<string>();
  const changed = nodes.flatMap((node): ExportedNode[] => {
    if (chance(0.05)) return [];
    if (chance(0.05)) {
      const other = anyOf(nodes);
      if (other.type === node.type) merged.set(node.id, other.id);
    }
    const name = chance(0.1) ? (node.aliases[0] ?? `${node.name} Group`) : node.name;
    const aliases = chance(0.1) ? [...node.aliases, node.name.split(' ').at(-1)!] : node.aliases;
    const props = chance(0.1)
      ? { ...node.props, kind: 'other', signedOn: '2025', startsOn: '2025-01-01', valueUsd: 5 }
      : node.props;
    const spoiled = { ...node, name, aliases, props };
    if (!chance(0.1)) return [spoiled];
    split.add(node.id);
    return [spoiled, { ...spoiled, id: `${node.id}-2` }];
  });
  const idOf = (id: string) => {
    const now = merged.get(id) ?? id;
    return split.has(now) && chance(0.5) ? `${now}-2` : now;
  };
  return {
    nodes: changed,
    mentions: mentions.flatMap((mention) => {
      if (chance(0.05)) return [];
      const shift = chance(0.1) ? Math.floor(random() * 9) - 4 : 0;
      const start = Math.max(0, mention.start + shift);
      return [
        {
          ...mention,
          node: idOf(mention.node),
          start,
          end: mention.end + shift + 1 * Number(chance(0.05)),
        },
      ];
    }),
    relationships: relationships.flatMap((one) => {
      if (chance(0.1)) return [];
      const turned = chance(0.05) ? { from: one.to, to: one.from } : {};
      const type = chance(0.05) ? anyOf(relationships).type : one.type;
      const props = chance(0.15)
        ? { title: 'Head of Planning', on: '2025-01', quantity: 7 }
        : one.props;
      const moved = chance(0.1)
        ? one.evidence.map((place) => ({ ...place, start: place.start + 60, end: place.end + 60 }))
        : one.evidence;
      const spoiled = { ...one, ...turned, type, props, evidence: moved };
      return [{ ...spoiled, from: idOf(spoiled.from), to: idOf(spoiled.to) }];
    }),
  };
}
