import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../root.ts';
import { listOf, type Row, readRows } from './csv.ts';

/** A state with its names and adjectives, and its seats of government. */
export type Country = { iso2: string; name: string; forms: string[]; capitals: string[] };

const FILE = path.join(ROOT, 'data/countries.csv');

/** The rows of all states: code, names, demonyms, seats of government. */
export const COUNTRY_ROWS: readonly Row[] = readRows(FILE, readFileSync(FILE, 'utf8')).rows.map(
  ({ row }) => row,
);

/** Whether a form is unambiguous: `?` marks other meanings, and an article is no part of a name. */
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
  seats,
}: Row): Country {
  const forms = [name, officialName, ...[...listOf(aliases), ...listOf(demonyms)].filter(isSure)];
  const written = forms.filter((form) => form !== '').flatMap(withQuotes);
  return { iso2, name, forms: [...new Set(written)], capitals: listOf(seats) };
}

export const COUNTRIES: readonly Country[] = COUNTRY_ROWS.map(countryOf);
export const COUNTRY_BY_FORM = new Map(
  COUNTRIES.flatMap((country) => country.forms.map((form) => [form, country] as const)),
);
export const COUNTRY_BY_CAPITAL = new Map(
  COUNTRIES.flatMap((country) => country.capitals.map((capital) => [capital, country] as const)),
);
export const COUNTRY_BY_CODE = new Map(COUNTRIES.map((country) => [country.iso2, country]));
