import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Country } from './countries.ts';
import { LEXICON_FOLDER } from './lexicon.ts';
import { listOf, type Row, readRows } from './lexicon-file.ts';

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
  const file = path.join(LEXICON_FOLDER, 'countries.csv');
  return readRows(file, readFileSync(file, 'utf8'))
    .rows.map(({ row }) => countryOf(row))
    .filter(({ iso2 }) => !known.has(iso2));
}
