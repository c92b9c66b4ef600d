import type { PropertyValues } from '../../../model/extraction.ts';
import type { Span } from '../../text/text.ts';
import type { Document } from '../document.ts';
import type { Entity, RelationMention } from '../vocabulary.ts';
import { agreementAttributes } from './agreement.ts';
import { saleAttributes, salesOf } from './arms-sale.ts';
import { eventAttributes } from './event.ts';

/** What a sentence says of a plain property of an entity. */
export interface AttributeMention {
  readonly entity: Entity;
  readonly property: string;
  /** As text. */
  readonly value: string;
  /** Values that belong with it: the currency of an amount. */
  readonly beside: PropertyValues;
  readonly span: Span;
  readonly sentence: number;
  readonly confidence: number;
}

/** Takes a value; `beside` are values that belong with it. */
export type AddAttribute = (
  property: string,
  value: string,
  span: Span,
  sentence: number,
  confidence?: number,
  beside?: PropertyValues,
) => void;

/** Plain properties that the document states, each with its place. Values that differ are all kept. */
export function findAttributes(
  document: Document,
  entities: readonly Entity[],
  facts: readonly RelationMention[],
): AttributeMention[] {
  const found: AttributeMention[] = [];
  const sales = salesOf(
    entities.filter(({ kind }) => kind === 'ArmsSale'),
    facts,
  );
  const signings = new Map<Entity, RelationMention[]>();
  for (const fact of facts)
    if (fact.type === 'SIGNED')
      signings.set(fact.object, [...(signings.get(fact.object) ?? []), fact]);
  for (const entity of entities) {
    const told = new Set<string>();
    const add: AddAttribute = (property, value, span, sentence, confidence = 0.8, beside = {}) => {
      const what = `${property} ${value}`;
      if (told.has(what)) return;
      told.add(what);
      found.push({
        entity,
        property,
        value,
        beside,
        span: { start: span.start, end: span.end },
        sentence,
        confidence,
      });
    };
    if (entity.kind === 'ArmsSale') saleAttributes(document, entity, sales, add);
    if (entity.kind === 'Event') eventAttributes(document, entity, add);
    if (entity.kind === 'Agreement')
      agreementAttributes(
        document,
        entity,
        (signings.get(entity) ?? []).filter(({ modality }) => modality === 'asserted'),
        add,
      );
  }
  return found;
}
