import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../root.ts';
import { listOf, type Row, readRows } from './csv.ts';

/** A state, with the names and adjectives that mean it, and its seats of government. */
export type Country = { iso2: string; name: string; forms: string[]; capitals: string[] };

const FILE = path.join(ROOT, 'data/countries.csv');

/** All states: code, names, demonyms, seats of government. */
export const COUNTRY_ROWS: readonly Row[] = readRows(FILE, readFileSync(FILE, 'utf8')).rows.map(
  ({ row }) => row,
);

/** Forms with `?` are also something else; an article is no part of a name. */
const isSure = (form: string) => !/\?$|^The /.test(form);

/** "Côte d'Ivoire" is printed with either apostrophe. */
const withQuotes = (form: string) =>
  form.includes("'") ? [form, form.replaceAll("'", '’')] : [form];

function countryOf({
  iso2 = '',
  name = '',
  officialName = '',
  aliases,
  demonyms,
  metonyms,
}: Row): Country {
  const forms = [name, officialName, ...[...listOf(aliases), ...listOf(demonyms)].filter(isSure)];
  // The first is the seat of government; what follows are palaces and other spellings.
  const capitals = listOf(metonyms).slice(0, 1).filter(isSure);
  return { iso2, name, forms: [...new Set(forms.flatMap(withQuotes))], capitals };
}

/** The states of the lexicon that the table of those most often told of leaves out. */
export function otherCountries(known: ReadonlySet<string>): Country[] {
  return COUNTRY_ROWS.map(countryOf).filter(({ iso2 }) => !known.has(iso2));
}
