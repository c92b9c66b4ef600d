import type {
  ExtractedEntity,
  ExtractedStatement,
  Extraction,
  SourceDocument,
} from '../../model/extraction.ts';
import { countryId, entityId, kindPrefix, unnamedEntityId } from '../../model/ids.ts';
import type { RelationshipType } from '../../model/relationships.ts';
import { agreementStructure, type Lexicon } from '../lexicon/lexicon.ts';
import { isGeneric, isGenericAgreement, isShortAgreement, nameKey, personKey } from './names.ts';

/** Which entity of the graph each entity of a document is, with the reason. */
export interface Identity {
  readonly id: string;
  /** Why: for people who ask. */
  readonly because: string;
}

type Ends = (key: string, type: RelationshipType, side: 'subject' | 'object') => ExtractedEntity[];

function countriesOf(entities: readonly ExtractedEntity[]): string[] {
  const codes = entities
    .map(({ properties }) => properties.iso2 ?? properties.country)
    .filter((code) => code != null);
  return [...new Set(codes.map(String))].sort();
}

function statedValue(
  statements: readonly ExtractedStatement[],
  key: string,
  property: string,
): string | null {
  const said = statements.filter((one) => one.subject === key && one.property === property);
  return (
    [...said].sort((a, b) => b.confidence - a.confidence || a.quote.start - b.quote.start)[0]
      ?.value ?? null
  );
}

/**
 * Identities are a function of the document alone, never of what the graph already holds: so the
 * graph is the same in whatever order, and however interrupted, documents are read.
 * What cannot be told apart from others of its kind stays within its document.
 */
export function identify(
  source: SourceDocument,
  { entities, statements }: Extraction,
  { agreements }: Pick<Lexicon, 'agreements'>,
): Map<string, Identity> {
  const byKey = new Map(entities.map((entity) => [entity.key, entity]));
  const ids = new Map<string, Identity>();
  const ends: Ends = (key, type, side) =>
    statements
      .filter(
        (one) =>
          one.type === type &&
          one.modality !== 'denied' &&
          (side === 'subject' ? one.object : one.subject) === key,
      )
      .flatMap((one) => byKey.get((side === 'subject' ? one.subject : one.object) ?? '') ?? []);
  const idsOf = (others: readonly ExtractedEntity[]) =>
    [...new Set(others.map(({ key }) => ids.get(key)?.id ?? ''))].filter(Boolean).sort();
  const local = (entity: ExtractedEntity, why: string): Identity => ({
    id: entity.unnamed
      ? unnamedEntityId(entity.kind, [source.id, entity.mentions[0]?.rawStart ?? 0, entity.key])
      : entityId(entity.kind, entity.name, source.id),
    because: `${why}; kept within its document`,
  });

  function named(entity: ExtractedEntity): Identity {
    const { kind, name, properties, lexiconId } = entity;
    if (kind === 'Country')
      return { id: countryId(String(properties.iso2)), because: 'country code' };
    if (lexiconId !== null && kind !== 'Event')
      return { id: `${kindPrefix(kind)}:${lexiconId}`, because: 'lexicon' };
    if (kind === 'Person') {
      const key = personKey(name);
      return key.includes(' ')
        ? { id: entityId(kind, key), because: 'full name' }
        : local(entity, 'a single name');
    }
    if (kind === 'Organisation' && isGeneric(name)) {
      const [country] = countriesOf([entity, ...ends(entity.key, 'PART_OF', 'object')]);
      return country
        ? {
            id: `${entityId(kind, nameKey(name))}-${country.toLowerCase()}`,
            because: 'name and country',
          }
        : local(entity, 'a name that many share');
    }
    return { id: entityId(kind, nameKey(name)), because: 'name' };
  }

  function agreement(entity: ExtractedEntity): Identity {
    const { key, lexiconId, properties, name, unnamed } = entity;
    if (lexiconId !== null) return { id: `agreement:${lexiconId}`, because: 'lexicon' };
    const signers = ends(key, 'SIGNED', 'subject');
    // A minister signs for the country whose office he holds.
    const offices = signers
      .filter((signer) => signer.kind === 'Person')
      .flatMap((signer) => ends(signer.key, 'HOLDS_POSITION', 'object'));
    const parties = countriesOf([...ends(key, 'PARTY_TO', 'subject'), ...signers, ...offices]);
    const years = statedValue(statements, key, 'durationYears');
    const kind = properties.kind == null ? undefined : String(properties.kind);
    const structure = agreementStructure(kind, parties, years ?? '');
    const known = agreements.get(structure);
    if (parties.length >= 2 && years !== null)
      return {
        id: known ? `agreement:${known}` : unnamedEntityId('Agreement', [structure]),
        because: 'kind, parties and duration',
      };
    const generic = isGenericAgreement(name);
    if (!unnamed && (generic || isShortAgreement(name)) && parties.length >= 2)
      return {
        id: entityId('Agreement', `${nameKey(name)} ${parties.join(' ')}`),
        because: 'name and parties',
      };
    if (!unnamed && !generic && nameKey(name).split(' ').length >= 3)
      return { id: entityId('Agreement', nameKey(name)), because: 'name' };
    const signedOn = statedValue(statements, key, 'signedOn')?.slice(0, 7) ?? null;
    if (parties.length >= 2 && signedOn !== null)
      return {
        id: unnamedEntityId('Agreement', [structure, signedOn]),
        because: 'kind, parties and date',
      };
    return local(entity, 'too little told');
  }

  function armsSale(entity: ExtractedEntity): Identity {
    const { key } = entity;
    const buyers = idsOf(ends(key, 'SOLD_TO', 'object'));
    const items = idsOf(ends(key, 'INCLUDES', 'object'));
    const on =
      statedValue(statements, key, 'approvedOn') ??
      statedValue(statements, key, 'contractedOn') ??
      source.publishedOn;
    if (buyers.length > 0 && items.length > 0 && on !== null)
      return {
        id: unnamedEntityId('ArmsSale', [...buyers, '/', ...items, on.slice(0, 7)]),
        because: 'buyer, systems and month',
      };
    const value = statedValue(statements, key, 'value');
    if (buyers.length > 0 && value !== null)
      return { id: unnamedEntityId('ArmsSale', [...buyers, value]), because: 'buyer and value' };
    return local(entity, 'too little told');
  }

  function event(entity: ExtractedEntity): Identity {
    const { key, lexiconId, name, unnamed, properties } = entity;
    const startsOn = statedValue(statements, key, 'startsOn');
    const year = /\b(?:19|20)\d\d\b/.exec(name)?.[0] ?? startsOn?.slice(0, 4);
    if (lexiconId !== null)
      return {
        id: `event:${lexiconId}${year && !lexiconId.endsWith(year) ? `-${year}` : ''}`,
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
    const people = ends(key, 'PARTICIPATED_IN', 'subject');
    const persons = idsOf(people.filter(({ kind }) => kind === 'Person'));
    const participants = persons.length > 0 ? persons : idsOf(people);
    if (participants.length > 0 && startsOn !== null && startsOn.length >= 7)
      return {
        id: unnamedEntityId('Event', [
          String(properties.kind ?? 'other'),
          ...participants,
          startsOn.slice(0, 7),
        ]),
        because: 'kind, participants and month',
      };
    return local(entity, 'too little told');
  }

  /** What a document tells as two, such as two talks of the same people in a month, are two. */
  function apart(entity: ExtractedEntity, identity: Identity): Identity {
    if (![...ids.values()].some(({ id }) => id === identity.id)) return identity;
    return {
      id: unnamedEntityId(entity.kind, [source.id, entity.mentions[0]?.rawStart ?? 0, entity.key]),
      because: 'its document tells two of them apart; kept within its document',
    };
  }

  const later = new Set(['Agreement', 'ArmsSale', 'Event']);
  for (const entity of entities) if (!later.has(entity.kind)) ids.set(entity.key, named(entity));
  for (const entity of entities) {
    if (entity.kind === 'Agreement') ids.set(entity.key, agreement(entity));
    if (entity.kind === 'ArmsSale') ids.set(entity.key, apart(entity, armsSale(entity)));
    if (entity.kind === 'Event') ids.set(entity.key, apart(entity, event(entity)));
  }
  return ids;
}
