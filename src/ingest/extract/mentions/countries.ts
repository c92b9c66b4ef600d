import { COUNTRIES, COUNTRY_BY_CAPITAL, COUNTRY_BY_FORM } from '../../lexicon/countries.ts';
import { US_STATES } from '../../lexicon/words.ts';
import { anyForm, anyOf } from '../../text/pattern.ts';
import type { Text } from '../../text/text.ts';
import { type Finder, type Found, matches } from './finder.ts';

/** A pattern for any of the forms; a space matches line breaks too. */
const formIn = (forms: Iterable<string>) => anyForm(forms).replace(/ /g, '\\s+');
const FORM = new RegExp(
  `(?<![\\w.])${formIn([
    ...COUNTRY_BY_FORM.keys(),
    ...COUNTRIES.flatMap((c) => c.forms)
      .filter((f) => f.endsWith('n') || f.endsWith('i'))
      .map((f) => `${f}s`),
  ])}(?![\\w])`,
  'g',
);
/** Headlines and names of speakers in capitals. */
const IN_CAPITALS = /\p{Lu}{2,}[\s,]+\p{Lu}{2,}[\s,]+\p{Lu}{2,}[\s,]+\p{Lu}{2,}/u;
const FORMS_IN_CAPITALS = new Map(
  [...COUNTRY_BY_FORM]
    .filter(([form]) => form.length >= 4 && form !== form.toUpperCase())
    .map(([form, country]) => [form.toUpperCase(), country]),
);
const FORM_IN_CAPITALS = new RegExp(`(?<![\\w.])${formIn(FORMS_IN_CAPITALS.keys())}(?![\\w])`, 'g');
const CAPITAL = new RegExp(`(?<![\\w.-])${formIn(COUNTRY_BY_CAPITAL.keys())}(?![\\w])`, 'g');
const STATE = new RegExp(`(?<![\\w.])${formIn(US_STATES)}(?![\\w])`, 'g');
const AT =
  /(?:\b(?:in|at|from|near|outside|around|visit(?:ed|ing)?|reached|arrived in|leave|left|toward|via|into|through|capital|city of|embassy in)\s+|\(|,\s*)$/i;
const GOVERNS = anyOf(
  'has|have|had|is|was|will|would|said|says|agreed|seeks|sought|wants|announced|and its|approved',
  'signed|plans|remains|continues|should|must|views',
);
/** Words behind a capital that stands for its government: "Ankara and Athens", "Ankara's". */
const GOVERNMENT = new RegExp(
  String.raw`^(?:\s+(?:and|or)\s+(?:New Delhi|[A-Z][a-z]+)\b(?!\s*,)|[’']s\s+(?!streets|airport|suburb)|\s+${GOVERNS})`,
);
/** Names that hold the name of a state and are none: "Panama City", "New Mexico", "American Samoa". */
const CITY = /^(?:Belize|Benin|Guatemala|Panama)$/;
const PART_OF_OTHER: Readonly<Record<string, RegExp>> = {
  Guinea: /\b(?:New|Gulf of)\s+$/,
  Mexico: /\bNew\s+$/,
  Samoa: /\bAmerican\s+$/,
};
/** Words that continue a state's name to another name: "New York Times". */
const NOT_THE_STATE =
  /^\s+(?:Times|Post|Stock Exchange|University|State University|National Guard|Air National Guard|Democrats?|Republicans?)/;
/** Waters belong to no state: "South China Sea", "Gulf of Mexico". */
const SEA_BEHIND = /^\s+(?:Sea|Ocean|Straits?)(?!\w)/;
const SEA_BEFORE = /\b(?:Gulf|Sea|Straits?|Bay) of\s+$/;
const US_TEXT = /^U\.?S\.?$/;

/** Finds countries in lines of capitals: "NORWAY AND SWEDEN SIGN PACT". */
function inCapitals(text: Text): Found[] {
  if (!IN_CAPITALS.test(text.clean)) return [];
  return [...matches(text, FORM_IN_CAPITALS)].flatMap(({ start, match }) => {
    const country = FORMS_IN_CAPITALS.get(match[0].replace(/\s+/g, ' '));
    if (!country) return [];
    const end = start + match[0].length;
    const { iso2: key, name } = country;
    return [{ start, end, kind: 'Country', rule: 'country-form', key, name, weight: 4.5 }];
  });
}

/** Finds countries by name, adjective or capital; capitals as mere towns are places. */
export const findCountries: Finder = (text) => {
  const found: Found[] = [];
  for (const { start, match } of matches(text, FORM)) {
    const form = match[0].replace(/\s+/g, ' ');
    const country = COUNTRY_BY_FORM.get(form) ?? COUNTRY_BY_FORM.get(form.replace(/s$/, ''));
    const after = text.clean.slice(start + match[0].length, start + match[0].length + 12);
    if (!country || /^-\d/.test(after)) continue;
    if (PART_OF_OTHER[form]?.test(text.clean.slice(Math.max(0, start - 12), start))) continue;
    if (SEA_BEHIND.test(after) || SEA_BEFORE.test(text.clean.slice(Math.max(0, start - 12), start)))
      continue;
    if (CITY.test(form) && /^\s+City\b/.test(after)) continue;
    if (US_TEXT.test(match[0]) && /^\s*\$/.test(after)) continue;
    if (
      form === 'Georgia' &&
      /(?:[A-Z][a-z]+,\s*|Base,\s*)$/.test(text.clean.slice(start - 16, start))
    ) {
      found.push({ start, end: start + match[0].length, kind: 'Place', rule: 'state', weight: 5 });
      continue;
    }
    found.push({
      start,
      end: start + match[0].length,
      kind: 'Country',
      rule: form === country.name ? 'country' : 'country-form',
      key: country.iso2,
      name: country.name,
      weight: 6,
    });
  }
  found.push(...inCapitals(text));
  for (const { start, match } of matches(text, CAPITAL)) {
    const end = start + match[0].length;
    const before = text.clean.slice(Math.max(0, start - 24), start);
    const after = text.clean.slice(end, end + 40);
    const country = COUNTRY_BY_CAPITAL.get(match[0].replace(/\s+/g, ' '))!;
    const place = AT.test(before) || /^,?\s+(?:D\.?C|[A-Z][a-z]+\b,)/.test(after);
    if (!place && (GOVERNMENT.test(after) || /\b(?:and|between|with|by|both)\s+$/.test(before)))
      found.push({
        start,
        end,
        kind: 'Country',
        rule: 'capital',
        key: country.iso2,
        name: country.name,
        weight: 5,
      });
    else {
      const dc = /^,?\s*D\.?\s?C\b\.?/.exec(after);
      found.push({
        start,
        end: end + (dc?.[0].length ?? 0),
        kind: 'Place',
        rule: 'capital',
        name: match[0].replace(/\s+/g, ' '),
        weight: 5,
      });
    }
  }
  for (const { start, match } of matches(text, STATE)) {
    if (match[0] === 'Georgia' || match[0] === 'Washington') continue;
    const behind = text.clean.slice(start + match[0].length, start + match[0].length + 24);
    if (NOT_THE_STATE.test(behind)) continue;
    const end = start + match[0].length + (/^ City(?!\w)/.exec(behind)?.[0].length ?? 0);
    found.push({ start, end, kind: 'Place', rule: 'state', weight: 5 });
  }
  return found;
};
