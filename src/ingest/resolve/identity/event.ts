import type { ExtractedEntity } from '../../../model/extraction.ts';
import { entityId, lexiconEntityId, unnamedEntityId } from '../../../model/ids.ts';
import { nameKey } from '../../lexicon/name-key.ts';
import { isGenericEvent } from '../names.ts';
import type { Identity, Told } from './told.ts';

/** Two meetings of the same people are distinguished by the month at least. */
const MONTH = 'YYYY-MM'.length;

/** Identifies an event by name with a year or place, because names recur every year. */
function byName(entity: ExtractedEntity, told: Told, startsOn: string | null): Identity {
  const { key, name } = entity;
  const inName = /\b(?:19|20)\d\d\b/.exec(name)?.[0];
  const year = inName ?? startsOn?.slice(0, 4);
  const dated = (of: string) => (inName ? nameKey(name) : `${nameKey(name)} ${of}`);
  if (year) return { id: entityId('Event', dated(year)), because: 'name and year' };
  const [place] = told.idsOf(told.ends(key, 'HELD_IN', 'object'));
  if (place)
    return {
      id: entityId('Event', `${nameKey(name)} ${place.slice(place.indexOf(':') + 1)}`),
      because: 'name and place',
    };
  const published = told.source.publishedOn?.slice(0, 4);
  return published
    ? { id: entityId('Event', dated(published)), because: 'name and year of publication' }
    : told.local(entity, 'a name without a year or a place');
}

/** Identifies an event: by lexicon or name with its year, or by participants, time and place. */
export function identifyEvent(entity: ExtractedEntity, told: Told): Identity {
  const { key, lexiconId, name, unnamed, properties } = entity;
  const startsOn = told.value(key, 'startsOn');
  const year = /\b(?:19|20)\d\d\b/.exec(name)?.[0] ?? startsOn?.slice(0, 4);
  if (lexiconId !== null)
    return {
      id: lexiconEntityId('Event', lexiconId, year && !lexiconId.endsWith(year) ? year : undefined),
      because: 'lexicon and year',
    };
  if (!unnamed && !isGenericEvent(name) && nameKey(name).split(' ').length >= 2)
    return byName(entity, told, startsOn);
  const people = told.ends(key, 'PARTICIPATED_IN', 'subject');
  const persons = told.idsOf(people.filter(({ kind }) => kind === 'Person'));
  const participants = persons.length > 0 ? persons : told.idsOf(people);
  if (participants.length > 0 && startsOn !== null && startsOn.length >= MONTH)
    return {
      id: unnamedEntityId('Event', [String(properties.kind ?? 'other'), ...participants, startsOn]),
      because: 'kind, participants and date',
    };
  return told.local(entity, 'too little told');
}
