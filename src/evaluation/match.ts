import type { Gold, GoldEntity } from '../labels/gold.ts';
import type { ExportedMention, ExportedNode, GraphExport } from './graph/graph-export.ts';
import { nameForm } from './values.ts';

/** Half-open range. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A node with its mentions in one document. */
export interface Found {
  readonly node: ExportedNode;
  readonly mentions: readonly ExportedMention[];
}

/** The labelled entities that nodes of a document were matched to. */
export interface Match {
  readonly found: readonly Found[];
  /** By node id. */
  readonly goldOf: ReadonlyMap<string, GoldEntity>;
  /** Nodes whose entity is matched by another node. */
  readonly duplicates: ReadonlySet<string>;
}

export const overlapOf = (a: Span, b: Span) =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
export const sameSpan = (a: Span, b: Span) => a.start === b.start && a.end === b.end;

/** Kinds that often have no name, so that overlapping mentions are enough. */
const KNOWN_BY_PLACE = new Set(['Event', 'ArmsSale', 'Agreement']);
/** Scores of reasons; a shared place adds `PLACE`, and each further shared mention a little. */
const REASON = { name: 6, otherName: 5, country: 5, alias: 3, place: 2 };
const PLACE = 1;
const MENTION = 0.1;
const MENTIONS_MAX = 0.9;

export const formsOf = ({ type, name, aliases }: GoldEntity) =>
  [name, ...aliases].map((each) => nameForm(type, each));

/** Nodes by document, in the order of their mentions. */
export function foundByDocument({ nodes, mentions }: GraphExport): Map<string, Found[]> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const documents = new Map<string, Map<string, ExportedMention[]>>();
  for (const mention of mentions) {
    const inside = documents.get(mention.doc) ?? new Map<string, ExportedMention[]>();
    documents.set(mention.doc, inside);
    inside.set(mention.node, [...(inside.get(mention.node) ?? []), mention]);
  }
  return new Map(
    [...documents].map(([doc, inside]) => [
      doc,
      [...inside].flatMap(([id, own]) => {
        const node = byId.get(id);
        return node ? [{ node, mentions: own }] : [];
      }),
    ]),
  );
}

/** Number of entities of a kind with each form: `Person singh` may be two. */
function formCounts({ entities }: Gold): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entity of entities)
    for (const form of new Set(formsOf(entity)))
      counts.set(`${entity.type} ${form}`, (counts.get(`${entity.type} ${form}`) ?? 0) + 1);
  return counts;
}

function reasonFor(
  { node }: Found,
  gold: GoldEntity,
  shared: ReadonlyMap<string, number>,
  place: boolean,
): number {
  const forms = formsOf(gold);
  const name = nameForm(node.type, node.name);
  // A form of two entities counts only together with a shared place.
  const tells = (form: string) =>
    forms.includes(form) && (shared.get(`${gold.type} ${form}`) === 1 || place);
  if (name === forms[0]) return REASON.name;
  if (tells(name)) return REASON.otherName;
  if (node.aliases.some((alias) => tells(nameForm(node.type, alias)))) return REASON.alias;
  if (node.type === 'Country' && node.props.iso2 && node.props.iso2 === gold.attrs.iso2)
    return REASON.country;
  return KNOWN_BY_PLACE.has(node.type) && place ? REASON.place : 0;
}

/** Matches one to one, best first; a node left over that fits is a duplicate. */
export function matchEntities(found: readonly Found[], gold: Gold): Match {
  const shared = formCounts(gold);
  const candidates = found.flatMap((one) =>
    gold.entities.flatMap((entity) => {
      if (one.node.type !== entity.type) return [];
      const placed = one.mentions.filter((mention) =>
        entity.mentions.some((labelled) => overlapOf(mention, labelled) > 0),
      ).length;
      const reason = reasonFor(one, entity, shared, placed > 0);
      if (reason === 0) return [];
      const score = reason + (placed > 0 ? PLACE : 0) + Math.min(MENTIONS_MAX, MENTION * placed);
      return [{ id: one.node.id, entity, score }];
    }),
  );
  candidates.sort(
    (a, b) => b.score - a.score || Number(a.entity.optional) - Number(b.entity.optional),
  );
  const goldOf = new Map<string, GoldEntity>();
  const taken = new Set<string>();
  for (const { id, entity } of candidates)
    if (!goldOf.has(id) && !taken.has(entity.id)) {
      goldOf.set(id, entity);
      taken.add(entity.id);
    }
  const duplicates = new Set<string>();
  for (const { id, entity } of candidates)
    if (!goldOf.has(id)) {
      goldOf.set(id, entity);
      duplicates.add(id);
    }
  return { found, goldOf, duplicates };
}
