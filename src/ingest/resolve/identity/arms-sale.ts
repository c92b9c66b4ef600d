import type { ExtractedEntity } from '../../../model/extraction.ts';
import { unnamedEntityId } from '../../../model/ids.ts';
import type { Identity, Told } from './told.ts';

/** Identifies a sale: by buyers, systems and month, or by buyers and value. */
export function identifySale(entity: ExtractedEntity, told: Told): Identity {
  const { key } = entity;
  const buyers = told.idsOf(told.ends(key, 'SOLD_TO', 'object'));
  const items = told.idsOf(told.ends(key, 'INCLUDES', 'object'));
  const on =
    told.value(key, 'approvedOn') ?? told.value(key, 'contractedOn') ?? told.source.publishedOn;
  if (buyers.length > 0 && items.length > 0 && on !== null)
    return {
      id: unnamedEntityId('ArmsSale', [...buyers, '/', ...items, on.slice(0, 7)]),
      because: 'buyer, systems and month',
    };
  const value = told.value(key, 'value');
  if (buyers.length > 0 && value !== null)
    return { id: unnamedEntityId('ArmsSale', [...buyers, value]), because: 'buyer and value' };
  return told.local(entity, 'too little told');
}
