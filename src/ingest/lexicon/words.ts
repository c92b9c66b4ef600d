import { pairsOf, patternOf, wordsOf } from './word-list.ts';

const FORMS_OF_ADDRESS = wordsOf('people/forms-of-address');
const MILITARY_RANKS = wordsOf('people/military-ranks');

/** Ranks and forms of address: titles that are neither offices nor elected. */
export const ADDRESSES: ReadonlySet<string> = new Set([...FORMS_OF_ADDRESS, ...MILITARY_RANKS]);

/** Words before a name: ranks, forms of address, "Sen.". */
export const RANKS: ReadonlySet<string> = new Set([
  ...ADDRESSES,
  ...wordsOf('people/elected-titles'),
]);

/** Words that make another rank of a rank: "vice admiral", "air chief marshal". */
export const RANK_PARTS = wordsOf('people/rank-parts');

/** Nouns of offices and ranks, and forms of address, before or behind a person's name. */
export const TITLE_NOUNS: ReadonlySet<string> = new Set([...wordsOf('people/offices'), ...RANKS]);

/** Words before the noun of a title. */
export const TITLE_MODIFIERS = wordsOf('people/title-modifiers');

/** Words behind "minister of" and before "minister". */
export const PORTFOLIO = wordsOf('people/portfolios');

/** Given names by their short forms: `Bob` is `Robert`. */
export const NICKNAMES = pairsOf('people/nicknames');

/** Given names that are common in the news, capitalised; not the many that are surnames as well. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set([
  ...NICKNAMES.keys(),
  ...NICKNAMES.values(),
  ...wordsOf('people/given-names'),
]);

/** Particles within names of people. */
export const NAME_PARTICLES = wordsOf('people/name-particles');

/** Nouns that end the names of organisations. */
export const ORGANISATION_HEADS = wordsOf('organisations/organisation-heads');

/** Pattern of legal forms at the end of companies' names: "Inc", "GmbH". */
export const LEGAL_FORMS = patternOf('organisations/legal-forms');

/** Pattern of heads that "of" may follow: "Ministry of Defence". */
export const OFFICE_HEADS = patternOf('organisations/office-heads');

/** Patterns of words that mark names of companies, agencies and legislatures. */
export const COMPANY_WORDS = patternOf('organisations/company-words');
export const AGENCY_WORDS = patternOf('organisations/agency-words');
export const LEGISLATURES = patternOf('organisations/legislatures');

/** Organisations named by a single word: "Congress", "EU". */
export const BARE_ORGANISATIONS = wordsOf('organisations/bare-organisations');

/** Verbs of news in other languages that are no English words. */
export const OTHER_VERBS = wordsOf('verbs-of-other-languages');

/** English words of the press, for reports without function words. */
export const PRESS_WORDS = wordsOf('words-of-the-press');

/** Words that mark a sentence as a plan; a feature of the scorer. */
export const PLANNED = wordsOf('sentences/plans');

/** Words that mark a sentence as a denial; a feature of the scorer. */
export const DENIED = wordsOf('sentences/denials');

/** Patterns of heads of agreements, of words before them, and of heads that end a name. */
export const AGREEMENT_HEADS = patternOf('acts/agreement-heads');
export const AGREEMENT_MODIFIERS = patternOf('acts/agreement-modifiers');
export const NAMED_AGREEMENT_HEADS = patternOf('acts/named-agreement-heads');

/** Patterns of heads and verbs of events, of words before them, and of heads that end a name. */
export const EVENT_HEADS = patternOf('acts/event-heads');
export const EVENT_MODIFIERS = patternOf('acts/event-modifiers');
export const NAMED_EVENT_HEADS = patternOf('acts/named-event-heads');

/** Patterns of heads of arms sales, and of words before them. */
export const SALE_HEADS = patternOf('acts/sale-heads');
export const SALE_MODIFIERS = patternOf('acts/sale-modifiers');

/** Any hyphenated word, such as "wire-guided", that is not in the list of modifiers. */
const OTHER_HYPHENATED = `(?!(?:${patternOf('weapons/hyphenated-weapon-modifiers')}) )[a-z]+-[a-z]+`;
/** Pattern of a class of weapons with its modifiers: "surface-to-air guided missiles". */
export const WEAPON_CLASS = `(?:(?:${patternOf('weapons/weapon-modifiers')}|${OTHER_HYPHENATED}) )*(?:${patternOf('weapons/weapon-classes')})`;

/** Verbs of speaking and announcing. */
export const SAY = wordsOf('people/speech-verbs');

/** Patterns of first and last words of geographic names, and of regions of the world. */
export const GEOGRAPHY_HEADS = patternOf('places/geography-heads');
export const GEOGRAPHY_TAILS = patternOf('places/geography-tails');
export const REGIONS = patternOf('places/regions');

/** Pattern of buildings whose names denote their staff, except behind a preposition. */
export const SEATS_OF_POWER = patternOf('places/seats-of-power');

/** Pattern of nouns for buildings and grounds where people meet. */
export const SITES = patternOf('places/sites');

/** States and territories of the USA, which are places, not countries. */
export const US_STATES = wordsOf('places/us-states');

/** Pattern of nouns that give an event word before them another meaning. */
export const NOUNS_BEHIND_EVENTS = patternOf('acts/nouns-behind-events');

/** Pattern of things that are met, unlike people: "requirements". */
export const THINGS_MET = patternOf('acts/things-met');

/** Pattern of audiences of news, who are no party to talks. */
export const LISTENERS = patternOf('acts/listeners');

/** Pattern of positions at an institute or a company. */
export const STAFF = patternOf('people/staff');

/** Pattern of common nouns before a company's name, such as "airline". */
export const COMPANY_NOUNS = patternOf('organisations/company-nouns');

/** Words of a body's name before "of the". */
export const BODIES_OF = wordsOf('organisations/bodies-of');
