import type { ExtractedEntity } from '../../../model/extraction.ts';
import { entityId, lexiconEntityId, unnamedEntityId } from '../../../model/ids.ts';
import { nameKey } from '../names.ts';
import type { Identity, Told } from './told.ts';

/** An event: by lexicon or name with its year, or by who took part in a month. */
export function identifyEvent(entity: ExtractedEntity, told: Told): Identity {
  const { key, lexiconId, name, unnamed, properties } = entity;
  const startsOn = told.value(key, 'startsOn');
  const year = /\b(?:19|20)\d\d\b/.exec(name)?.[0] ?? startsOn?.slice(0, 4);
  if (lexiconId !== null)
    return {
      id: lexiconEntityId('Event', lexiconId, year && !lexiconId.endsWith(year) ? year : undefined),
      because: 'lexicon and year',
    };
  if (!unnamed && nameKey(name).split(' ').length >= 2)
    return {
      id: entityId(
        'Event',
        year && !name.includes(year) ? `${nameKey(name)} ${year}` : nameKey(name),
      ),
      because: 'name and year',
    };
  const people = told.ends(key, 'PARTICIPATED_IN', 'subject');
  const persons = told.idsOf(people.filter(({ kind }) => kind === 'Person'));
  const participants = persons.length > 0 ? persons : told.idsOf(people);
  if (participants.length > 0 && startsOn !== null && startsOn.length >= 7)
    return {
      id: unnamedEntityId('Event', [
        String(properties.kind ?? 'other'),
        ...participants,
        startsOn.slice(0, 7),
      ]),
      because: 'kind, participants and month',
    };
  return told.local(entity, 'too little told');
}
