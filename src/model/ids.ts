import { createHash } from 'node:crypto';
import type { EntityKind } from './kinds.ts';

/** First sixteen hexadecimal digits of SHA-256: 64 bits, enough for the things of one graph. */
export function shortHash(...parts: readonly (string | number | null | undefined)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** Lower-case letters of any script and digits, joined by single hyphens; accents of Latin letters dropped. */
export function slug(name: string): string {
  return foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** For comparing names: no accents, no case, one space; other scripts are kept as they are. */
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

/** `WeaponSystem` is `weapon-system` in ids. */
export function kindPrefix(kind: string): string {
  return kind.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}

/** The kind that an id tells: `weapon-system:…` is a WeaponSystem. */
export const kindOf = (id: string): EntityKind =>
  id
    .slice(0, id.indexOf(':'))
    .split('-')
    .map((word) => `${word[0]!.toUpperCase()}${word.slice(1)}`)
    .join('') as EntityKind;

/** What the ids of all entities of a kind begin with. */
export const prefixOf = (kind: EntityKind): string => `${kindPrefix(kind)}:`;

/** Id of a named entity. `apart` tells two of the same name apart. */
export function entityId(kind: EntityKind, name: string, apart?: string): string {
  return `${kindPrefix(kind)}:${slug(name) || shortHash(name)}${apart ? `-${shortHash(apart).slice(0, 8)}` : ''}`;
}

/** Id of what a lexicon knows. `apart`, such as a year, tells its editions apart. */
export function lexiconEntityId(kind: EntityKind, lexiconId: string, apart?: string): string {
  return `${kindPrefix(kind)}:${lexiconId}${apart ? `-${apart}` : ''}`;
}

export function countryId(iso2: string): string {
  return `country:${iso2.toUpperCase()}`;
}

/** Id of a thing without a name: by what it is, in a fixed order. */
export function unnamedEntityId(
  kind: EntityKind,
  parts: readonly (string | number | null | undefined)[],
): string {
  return `${kindPrefix(kind)}:${shortHash(kind, ...parts)}`;
}

/** An id as it is kept, however its country is written: `country:in` is `country:IN`. */
export function canonicalId(id: string): string {
  return /^country:/i.test(id) ? countryId(id.slice('country:'.length)) : id;
}

/** @param bytes the document as it was read, before any decoding */
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

/** A relationship is identified by its type and ends, and where edges may be parallel by what tells them apart. */
export function relationshipId(type: string, source: string, target: string, apart = ''): string {
  return `relationship:${shortHash(type, source, target, apart)}`;
}
