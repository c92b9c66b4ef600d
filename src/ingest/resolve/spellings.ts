import { addTo } from '../../grouped.ts';
import { countryId, entityId } from '../../model/ids.ts';
import { COUNTRY_ROWS } from '../lexicon/countries.ts';
import { listOf } from '../lexicon/csv.ts';
import { type Lexicon, readLexicon } from '../lexicon/lexicon.ts';

/** Further names of entities by id, for search, whether documents use them or not. */
export type Spellings = ReadonlyMap<string, readonly string[]>;

const withoutMark = (spelling: string) => spelling.replace(/\?$/, '');

function* ofCountries(): Generator<[string, string[]]> {
  for (const row of COUNTRY_ROWS) {
    const { iso2 = '', name = '', officialName = '', aliases, historical } = row;
    const spellings = [iso2, name, officialName, ...listOf(aliases), ...listOf(historical)];
    yield [countryId(iso2), spellings.filter(Boolean).map(withoutMark)];
  }
}

/** Seats of government that are written in several ways are found by each. */
function* ofSeats(): Generator<[string, string[]]> {
  for (const { seats } of COUNTRY_ROWS) {
    const written = listOf(seats);
    if (written.length < 2) continue;
    for (const seat of written) yield [entityId('Place', seat), written];
  }
}

/** The spellings of all entities of a lexicon and of all countries. */
function spellingsOf({ byFirstWord }: Pick<Lexicon, 'byFirstWord'>): Spellings {
  const spellings = new Map<string, string[]>([...ofCountries(), ...ofSeats()]);
  for (const entries of byFirstWord.values())
    for (const { kind, name, form } of entries) {
      if (kind === 'Country') continue;
      addTo(spellings, entityId(kind as never, name), withoutMark(form));
    }
  return spellings;
}

let own: Spellings | undefined;
/** The spellings of the program's own lexicons. */
export function ownSpellings(): Spellings {
  own ??= spellingsOf(readLexicon());
  return own;
}
