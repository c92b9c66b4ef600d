import type { Document } from '../document.ts';
import type { Entity, RelationMention } from '../vocabulary.ts';
import { agreementAttributes } from './agreement.ts';
import { saleAttributes, salesOf } from './arms-sale.ts';
import type { AddAttribute, AttributeMention } from './attribute.ts';
import { eventAttributes } from './event.ts';

/** Finds the stated property values of all entities with their places, conflicting ones too. */
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
