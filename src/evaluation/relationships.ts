import type { Gold } from '../labels/gold.ts';
import { RELATIONSHIP_TYPES } from '../model/relationships.ts';
import { note, type Tally } from './counts.ts';
import { noteValue } from './entities.ts';
import type { ExportedRelationship } from './graph/graph-export.ts';
import { type Match, overlapOf } from './match.ts';
import { readValue } from './values.ts';

export interface RelationshipScore {
  readonly lenient: Tally;
  /** Requires in addition every labelled property, and evidence at the labelled place. */
  readonly strict: Tally;
  /** By `rel.property`, over matched relationships. */
  readonly attributes: Tally;
}

const PROPERTIES = ['title', 'role', 'quantity', 'on', 'from', 'to'];
/** Least overlap of evidence, as a share of the shorter span. */
const EVIDENCE_OVERLAP_MIN = 0.5;
/** Types that few label; they count only where some document has one. */
const RARELY_LABELLED = new Set(['LOCATED_IN', 'VARIANT_OF', 'SOLD_BY']);

/** Types that the labels use; predictions of others are not counted. */
export function countedTypes(golds: readonly Gold[]): Set<string> {
  return new Set([
    ...RELATIONSHIP_TYPES.filter((type) => !RARELY_LABELLED.has(type)),
    ...golds.flatMap(({ relations }) => relations.map(({ type }) => type)),
  ]);
}

/** Scores the relationships of one document, including direction. Optional ones are ignored. */
export function scoreRelationships(
  found: readonly ExportedRelationship[],
  { goldOf }: Match,
  gold: Gold,
): RelationshipScore {
  const score: RelationshipScore = { lenient: new Map(), strict: new Map(), attributes: new Map() };
  const { lenient, strict, attributes } = score;
  const met = new Set<Gold['relations'][number]>();
  for (const { type, from, to, props, evidence } of found) {
    const [source, target] = [goldOf.get(from), goldOf.get(to)];
    const fitting = gold.relations.filter(
      (one) =>
        one.type === type &&
        source !== undefined &&
        target !== undefined &&
        [one.from, ...one.altFrom].includes(source.id) &&
        [one.to, ...one.altTo].includes(target.id),
    );
    const labelled = fitting.find((one) => !met.has(one)) ?? fitting[0];
    if (!labelled) {
      if (source?.optional || target?.optional) continue;
      note(lenient, type, 'wrong');
      note(strict, type, 'wrong');
      continue;
    }
    if (met.has(labelled)) continue;
    met.add(labelled);
    if (labelled.optional) continue;
    note(lenient, type, 'right');
    const values = PROPERTIES.flatMap((property) => {
      const value = labelled.props[property];
      return value === undefined
        ? []
        : [noteValue(attributes, `rel.${property}`, property, value, readValue(props, property))];
    });
    const shown = evidence
      .filter(({ doc }) => doc === gold.doc.id)
      .some((a) =>
        labelled.evidence.some(
          (b) =>
            overlapOf(a, b) >= EVIDENCE_OVERLAP_MIN * Math.min(a.end - a.start, b.end - b.start),
        ),
      );
    if (shown && values.every(Boolean)) note(strict, type, 'right');
    else note(strict, type, 'wrong', 'missed');
  }
  for (const one of gold.relations)
    if (!one.optional && !met.has(one)) {
      note(lenient, one.type, 'missed');
      note(strict, one.type, 'missed');
    }
  return score;
}
