import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { addTo } from '../../grouped.ts';
import { lexiconEntityId, shortHash, slug } from '../../model/ids.ts';
import { CHOICES, type EntityKind } from '../../model/kinds.ts';
import { ROOT } from '../../root.ts';
import { squash } from '../text/text.ts';
import {
  isCountryCode,
  isWikidataId,
  isYears,
  listOf,
  type Row,
  readRows,
  readText,
  wrongValues,
} from './csv.ts';

/** What a lexicon knows of an entity besides its name: hints for the scorer, never facts. */
export type Background = {
  /** ISO codes of the countries of an official, company or system, or of an agreement's parties. */
  countries: readonly string[];
  /** Names of the companies that make the system. */
  makers: readonly string[];
};

/** One spelling of an entity of a lexicon. */
export interface Entry {
  readonly kind: EntityKind;
  /** The entity's best-known name. */
  readonly name: string;
  readonly form: string;
  /** Whether it is also an ordinary word or another name: marked with `?` in the file. */
  readonly needsContext: boolean;
  readonly properties: Readonly<Record<string, string>>;
  readonly background: Background | undefined;
}

export interface Lexicon {
  readonly byFirstWord: ReadonlyMap<string, readonly Entry[]>;
  /** Names of agreements by kind, parties and duration; see `agreementStructure`. */
  readonly agreements: ReadonlyMap<string, string>;
  /** Ids elsewhere, as `wikidata:Q7240`, by the id of the entity. */
  readonly externalIds: ReadonlyMap<string, string>;
  /** Rows that could not be used: file, line and remedy. */
  readonly rejected: readonly string[];
  /** Hash of the user's files; null without any. */
  readonly version: string | null;
}

/** The folder of the program's own lexicons. */
export const LEXICON_FOLDER = path.join(ROOT, 'data/lexicons');

const KIND_OF_FILE: Readonly<Record<string, EntityKind>> = {
  'weapon-systems.csv': 'WeaponSystem',
  'companies.csv': 'Organisation',
  'organisations.csv': 'Organisation',
  'people.csv': 'Person',
};
/** Names of the program's own lists, which a user's folder cannot extend. */
const OTHER_FILES: ReadonlySet<string> = new Set(['countries.csv', 'titles.csv']);
const ORGANISATION_KINDS: ReadonlySet<string> = new Set(CHOICES.Organisation.kind);

function kindOf(file: string, row: Row): EntityKind | undefined {
  const said = row.type;
  return (
    KIND_OF_FILE[file] ??
    (said === 'Agreement' || said === 'Event' || said === 'Place' ? said : undefined)
  );
}

function propertiesOf(file: string, kind: EntityKind, row: Row): Record<string, string> {
  const properties: Record<string, string> = {};
  if (kind === 'Organisation') {
    const said = file === 'companies.csv' ? 'company' : (row.kind ?? '');
    properties.kind = ORGANISATION_KINDS.has(said) ? said : 'other';
    if (isCountryCode(row.country)) properties.country = row.country;
  } else if (row.kind) properties.kind = row.kind;
  if (kind === 'WeaponSystem' && row.designation) properties.designation = row.designation;
  return properties;
}

function backgroundOf(row: Row): Background | undefined {
  const countries = [
    ...[row.country, row.countries].flatMap(listOf).filter((code) => isCountryCode(code)),
    ...listOf(row.parties),
  ];
  const makers = listOf(row.makers);
  return countries.length > 0 || makers.length > 0 ? { countries, makers } : undefined;
}

/** "IAI Heron" is also called Heron, which has other meanings, too. */
function withoutMaker(name: string, makers: readonly string[]): string[] {
  const [, maker, short] = /^([A-Z][\w-]+) ([A-Z][a-z]{3,})$/.exec(name) ?? [];
  if (maker === undefined || short === undefined) return [];
  const made = /^[A-Z]{2,5}$/.test(maker) || makers.some((one) => one.startsWith(maker));
  return made ? [`${short}?`] : [];
}

/** Short names of organisations are ambiguous, except three capitals. */
const isShort = (form: string, kind: EntityKind) =>
  form.length <= 3 && kind === 'Organisation' && !/^[A-Z&]{3}$/.test(form);

function entriesOf(file: string, row: Row): Entry[] | string {
  const name = (row.name ?? '').replace(/\?$/, '');
  if (name.length < 2) return 'has no name; fill the column "name"';
  const kind = kindOf(file, row);
  if (!kind) return `is of no known type; fill the column "type" with Agreement, Event or Place`;
  const properties = propertiesOf(file, kind, row);
  const background = backgroundOf(row);
  const written = [row.name ?? '', row.designation ?? '', ...(row.aliases ?? '').split('|')];
  if (kind === 'WeaponSystem') written.push(...withoutMaker(name, listOf(row.makers)));
  const forms = written.map(squash);
  return [...new Set(forms)].flatMap((written): Entry[] => {
    const form = written.replace(/\?$/, '');
    if (form.length < 2 || !/[A-Z0-9]/.test(form)) return [];
    return [
      {
        kind,
        name,
        form,
        needsContext: written.endsWith('?') || isShort(form, kind),
        properties,
        background,
      },
    ];
  });
}

/**
 * Reads every CSV of the folders: the program's own, and a user's with the same columns. A row that
 * cannot be used is reported, and the others are read.
 */
export function readLexicon(...folders: readonly string[]): Lexicon {
  const byFirstWord = new Map<string, Entry[]>();
  const rejected: string[] = [];
  const agreements = new Map<string, string>();
  const externalIds = new Map<string, string>();
  const own: string[] = [];
  for (const folder of [LEXICON_FOLDER, ...folders].filter((each) => existsSync(each))) {
    if (!statSync(folder).isDirectory()) {
      rejected.push(`${folder} is a file; make it a folder, and put CSV files into it`);
      continue;
    }
    for (const file of readdirSync(folder).sort()) {
      if (!file.endsWith('.csv')) continue;
      const name = path.join(folder, file);
      if (OTHER_FILES.has(file)) {
        rejected.push(`${name}:1 is not read; countries and titles are the program's own`);
        continue;
      }
      const text = readText(name);
      if (text === null) {
        rejected.push(`${name} cannot be read; make it a file that you may read`);
        continue;
      }
      if (folder !== LEXICON_FOLDER) own.push(`${file}\n${text}`);
      const read = readRows(name, text);
      rejected.push(...read.rejected);
      for (const { row, line } of read.rows) {
        const entries = entriesOf(file, row);
        if (typeof entries === 'string') {
          rejected.push(`${name}:${line} ${entries}`);
          continue;
        }
        const kinds = file === 'organisations.csv' ? CHOICES.Organisation.kind : null;
        for (const wrong of wrongValues(row, kinds)) rejected.push(`${name}:${line} ${wrong}`);
        if (row.type === 'Agreement' && row.parties && isYears(row.durationYears))
          agreements.set(
            agreementStructure(row.kind, row.parties.split('|'), row.durationYears),
            slug(row.name ?? ''),
          );
        const [named] = entries;
        if (named && isWikidataId(row.wikidata))
          externalIds.set(
            lexiconEntityId(named.kind, slug(named.name)),
            `wikidata:${row.wikidata}`,
          );
        for (const entry of entries) addTo(byFirstWord, firstWord(entry.form), entry);
      }
    }
  }
  for (const list of byFirstWord.values())
    list.sort((a, b) => b.form.length - a.form.length || a.name.localeCompare(b.name));
  const version = own.length > 0 ? shortHash(...own).slice(0, 8) : null;
  return { byFirstWord, agreements, externalIds, rejected, version };
}

/** Key that identifies an agreement under different names: `framework IN+US 10`. */
export function agreementStructure(
  kind: string | undefined,
  parties: readonly string[],
  durationYears: string,
): string {
  return `${kind || 'other'} ${[...parties].sort().join('+')} ${durationYears}`;
}

export function firstWord(form: string): string {
  return /^[^\s\-/’']+/.exec(form)?.[0] ?? form;
}
