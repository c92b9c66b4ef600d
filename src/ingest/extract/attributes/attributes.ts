import type { PropertyValues } from '../../../model/extraction.ts';
import type { Span } from '../../text/text.ts';
import type { Document } from '../document.ts';
import { modalityOfFact } from '../factuality/evidence.ts';
import type { Entity, Fact } from '../vocabulary.ts';
import { agreementFacts } from './agreement.ts';
import { saleFacts, salesOf } from './arms-sale.ts';
import { eventFacts } from './event.ts';

/** What a sentence says of a plain property of an entity. */
export interface PropertyFact {
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
export type Add = (
  property: string,
  value: string,
  span: Span,
  sentence: number,
  confidence?: number,
  beside?: PropertyValues,
) => void;

/** Plain properties that the document states, each with its place. Values that differ are all kept. */
export function propertyFacts(
  document: Document,
  entities: readonly Entity[],
  facts: readonly Fact[],
): PropertyFact[] {
  const found: PropertyFact[] = [];
  const sales = salesOf(
    entities.filter(({ kind }) => kind === 'ArmsSale'),
    facts,
  );
  const signings = new Map<Entity, Fact[]>();
  for (const fact of facts)
    if (fact.type === 'SIGNED') signings.set(fact.to, [...(signings.get(fact.to) ?? []), fact]);
  for (const entity of entities) {
    const told = new Set<string>();
    const add: Add = (property, value, span, sentence, confidence = 0.8, beside = {}) => {
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
    if (entity.kind === 'ArmsSale') saleFacts(document, entity, sales, add);
    if (entity.kind === 'Event') eventFacts(document, entity, add);
    if (entity.kind === 'Agreement')
      agreementFacts(
        document,
        entity,
        (signings.get(entity) ?? []).filter(
          (fact) => modalityOfFact(document.text, fact) === 'asserted',
        ),
        add,
      );
  }
  return found;
}
