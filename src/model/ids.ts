import { createHash } from 'node:crypto';
import type { EntityKind } from './kinds.ts';

/** The first 16 hexadecimal digits of SHA-256: 64 bits, enough for the nodes of one graph. */
export function shortHash(...parts: readonly (string | number | null | undefined)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** Lower-case letters and digits joined by single hyphens, without the accents of Latin letters. */
export function slug(name: string): string {
  return foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** Normalises for comparison: no case, single spaces, no accents on Latin letters. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[øð]/g, (letter) => (letter === 'ø' ? 'o' : 'd'))
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The kind as written in ids: `WeaponSystem` is `weapon-system`. */
export function kindPrefix(kind: string): string {
  return kind.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}

/** The kind that an id names: `weapon-system:…` is a WeaponSystem. */
export const kindOf = (id: string): EntityKind =>
  id
    .slice(0, id.indexOf(':'))
    .split('-')
    .map((word) => `${word[0]!.toUpperCase()}${word.slice(1)}`)
    .join('') as EntityKind;

/** The beginning of all ids of a kind. */
export const prefixOf = (kind: EntityKind): string => `${kindPrefix(kind)}:`;

/** Id of a named entity. `apart` distinguishes entities of the same name. */
export function entityId(kind: EntityKind, name: string, apart?: string): string {
  return `${kindPrefix(kind)}:${slug(name) || shortHash(name)}${apart ? `-${shortHash(apart).slice(0, 8)}` : ''}`;
}

/** Id of an entity of a lexicon. `apart`, such as a year, distinguishes its editions. */
export function lexiconEntityId(kind: EntityKind, lexiconId: string, apart?: string): string {
  return `${kindPrefix(kind)}:${lexiconId}${apart ? `-${apart}` : ''}`;
}

export function countryId(iso2: string): string {
  return `country:${iso2.toUpperCase()}`;
}

/** Id of an unnamed entity: a hash of its defining values, in a fixed order. */
export function unnamedEntityId(
  kind: EntityKind,
  parts: readonly (string | number | null | undefined)[],
): string {
  return `${kindPrefix(kind)}:${shortHash(kind, ...parts)}`;
}

/**
 * The stored form of an id, whose country may be written otherwise: `country:in` is `country:IN`.
 */
export function canonicalId(id: string): string {
  return /^country:/i.test(id) ? countryId(id.slice('country:'.length)) : id;
}

/** @param bytes of the document before any decoding */
export function documentId(bytes: Uint8Array): string {
  return `document:${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`;
}

export function statementId(
  document: string,
  type: string,
  ...spans: readonly (number | string | null)[]
): string {
  return `statement:${shortHash(document, type, ...spans)}`;
}

/** Id of a relationship: its type and ends, and where edges may be parallel, `apart`. */
export function relationshipId(type: string, source: string, target: string, apart = ''): string {
  return `relationship:${shortHash(type, source, target, apart)}`;
}
