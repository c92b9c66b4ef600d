import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { slug } from '../../model/ids.ts';
import { CHOICES } from '../../model/kinds.ts';
import { ROOT } from '../../root.ts';
import { type Kind, squash } from './terms.ts';

/** One spelling of something that a lexicon knows. */
interface Entry {
  readonly kind: Kind;
  /** Its best known name. */
  readonly name: string;
  readonly form: string;
  /** Also an everyday word, or the name of something else: written with `?` in the file. */
  readonly needsContext: boolean;
  readonly properties: Readonly<Record<string, string>>;
}

export interface Lexicon {
  readonly byFirstWord: ReadonlyMap<string, readonly Entry[]>;
  /** Agreements by what they are: kind, parties and duration. See `agreementStructure`. */
  readonly agreements: ReadonlyMap<string, string>;
  /** Rows that could not be used: file, line and remedy. */
  readonly rejected: readonly string[];
}

/** The lexicons that come with the program. */
export const LEXICON_FOLDER = path.join(ROOT, 'src/ingest/lexicons');

const KIND_OF_FILE: Readonly<Record<string, Kind>> = {
  'weapon-systems.csv': 'WeaponSystem',
  'companies.csv': 'Organisation',
  'organisations.csv': 'Organisation',
};
/** Read by their own code. */
const OTHER_FILES: ReadonlySet<string> = new Set(['countries.csv', 'titles.csv']);
const ORGANISATION_KINDS: ReadonlySet<string> = new Set(CHOICES.Organisation.kind);

type Row = Readonly<Record<string, string | undefined>>;

function kindOf(file: string, row: Row): Kind | undefined {
  const said = row.type;
  return (
    KIND_OF_FILE[file] ??
    (said === 'Agreement' || said === 'Event' || said === 'Place' ? said : undefined)
  );
}

function propertiesOf(file: string, kind: Kind, row: Row): Record<string, string> {
  const properties: Record<string, string> = {};
  if (kind === 'Organisation') {
    const said = file === 'companies.csv' ? 'company' : (row.kind ?? '');
    properties.kind = ORGANISATION_KINDS.has(said) ? said : 'other';
    if (row.country) properties.country = row.country;
  } else if (row.kind) properties.kind = row.kind;
  if (kind === 'WeaponSystem' && row.designation) properties.designation = row.designation;
  return properties;
}

/** Short names of organisations are also other things, unless they are three capitals. */
const isShort = (form: string, kind: Kind) =>
  form.length <= 3 && kind === 'Organisation' && !/^[A-Z&]{3}$/.test(form);

function entriesOf(file: string, row: Row): Entry[] | string {
  const name = (row.name ?? '').replace(/\?$/, '');
  if (name.length < 2) return 'has no name; fill the column "name"';
  const kind = kindOf(file, row);
  if (!kind) return `is of no known type; fill the column "type" with Agreement, Event or Place`;
  const properties = propertiesOf(file, kind, row);
  const forms = [row.name ?? '', row.designation ?? '', ...(row.aliases ?? '').split('|')].map(
    squash,
  );
  return [...new Set(forms)].flatMap((written): Entry[] => {
    const form = written.replace(/\?$/, '');
    if (form.length < 2 || !/[A-Z0-9]/.test(form)) return [];
    return [
      { kind, name, form, needsContext: written.endsWith('?') || isShort(form, kind), properties },
    ];
  });
}

/**
 * Reads every CSV of the folders: the program's own, and a user's beside them with the same
 * columns. A row that cannot be used is told; the rest is read.
 */
export function readLexicon(...folders: readonly string[]): Lexicon {
  const byFirstWord = new Map<string, Entry[]>();
  const rejected: string[] = [];
  const agreements = new Map<string, string>();
  for (const folder of [LEXICON_FOLDER, ...folders].filter((each) => existsSync(each)))
    for (const file of readdirSync(folder).sort()) {
      if (!file.endsWith('.csv') || OTHER_FILES.has(file)) continue;
      const text = readFileSync(path.join(folder, file), 'utf8');
      const rows: { record: Row; info: { lines: number } }[] = parse(text, {
        columns: true,
        info: true,
        bom: true,
        trim: true,
        comment: '#',
        relax_quotes: true,
        relax_column_count: true,
        skip_empty_lines: true,
      });
      for (const { record, info } of rows) {
        const entries = entriesOf(file, record);
        if (typeof entries === 'string') {
          rejected.push(`${path.join(folder, file)}:${info.lines} ${entries}`);
          continue;
        }
        if (record.type === 'Agreement' && record.parties && record.durationYears)
          agreements.set(
            agreementStructure(record.kind, record.parties.split('|'), record.durationYears),
            slug(record.name ?? ''),
          );
        for (const entry of entries) {
          const first = firstWord(entry.form);
          const known = byFirstWord.get(first);
          if (known) known.push(entry);
          else byFirstWord.set(first, [entry]);
        }
      }
    }
  for (const list of byFirstWord.values())
    list.sort((a, b) => b.form.length - a.form.length || a.name.localeCompare(b.name));
  return { byFirstWord, agreements, rejected };
}

/** What tells an agreement when its name differs: `framework IN+US 10`. */
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
