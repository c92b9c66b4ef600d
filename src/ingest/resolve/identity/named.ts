import type { ExtractedEntity } from '../../../model/extraction.ts';
import { countryId, entityId, lexiconEntityId } from '../../../model/ids.ts';
import { nameKey } from '../../lexicon/name-key.ts';
import { isCommonName } from '../linkage/names/frequencies.ts';
import { isGeneric, personKey } from '../names.ts';
import { countriesOf, type Identity, type Told } from './told.ts';

/** Identifies people, organisations, countries, systems and places: by code, lexicon or name. */
export function identifyNamed(entity: ExtractedEntity, told: Told): Identity {
  const { kind, name, properties, lexiconId } = entity;
  if (kind === 'Country')
    return { id: countryId(String(properties.iso2)), because: 'country code' };
  if (lexiconId !== null && kind !== 'Event')
    return { id: lexiconEntityId(kind, lexiconId), because: 'lexicon' };
  if (kind === 'Person') {
    const key = personKey(name);
    if (!key.includes(' ')) return told.local(entity, 'a single name');
    if (isCommonName(name) && told.ends(entity.key, 'HOLDS_POSITION', 'object').length === 0)
      return told.local(entity, 'a full name that many share');
    return { id: entityId(kind, key), because: 'full name' };
  }
  if (kind === 'Organisation' && isGeneric(name)) {
    const [country] = countriesOf([entity, ...told.ends(entity.key, 'PART_OF', 'object')]);
    return country
      ? {
          id: entityId(kind, `${nameKey(name)} ${country}`),
          because: 'name and country',
        }
      : told.local(entity, 'a name that many share');
  }
  return { id: entityId(kind, nameKey(name)), because: 'name' };
}
