import { pairsOf, patternOf, wordsOf } from './word-list.ts';

const FORMS_OF_ADDRESS = wordsOf('people/forms-of-address');
const MILITARY_RANKS = wordsOf('people/military-ranks');

/** A rank or a form of address: a title that is no office and that nobody was elected to. */
export const ADDRESSES: ReadonlySet<string> = new Set([...FORMS_OF_ADDRESS, ...MILITARY_RANKS]);

/** What stands before a name as a rank does: ranks, forms of address, "Sen.". */
export const RANKS: ReadonlySet<string> = new Set([
  ...ADDRESSES,
  ...wordsOf('people/elected-titles'),
]);

/** Words that only make another rank of a rank: "vice admiral", "air chief marshal". */
export const RANK_PARTS = wordsOf('people/rank-parts');

/** Nouns of offices and ranks, and forms of address, before or behind the name of a person. */
export const TITLE_NOUNS: ReadonlySet<string> = new Set([...wordsOf('people/offices'), ...RANKS]);

/** Words before the noun of a title. */
export const TITLE_MODIFIERS = wordsOf('people/title-modifiers');

/** What an office is of: the words behind "minister of", and before "minister". */
export const PORTFOLIO = wordsOf('people/portfolios');

/** Given names by their short forms: `Bob` is `Robert`. */
export const NICKNAMES = pairsOf('people/nicknames');

/** Small words within names of people. */
export const NAME_PARTICLES = wordsOf('people/name-particles');

/** Nouns by which organisations are called, the last word of their names. */
export const ORGANISATION_HEADS = wordsOf('organisations/organisation-heads');

/** What companies are by law, behind their names: "Inc", "GmbH". As a pattern. */
export const LEGAL_FORMS = patternOf('organisations/legal-forms');

/** Heads of names that "of" may follow: "Ministry of Defence". As a pattern. */
export const OFFICE_HEADS = patternOf('organisations/office-heads');

/** Words by which names of companies, agencies and legislatures are known. As patterns. */
export const COMPANY_WORDS = patternOf('organisations/company-words');
export const AGENCY_WORDS = patternOf('organisations/agency-words');
export const LEGISLATURES = patternOf('organisations/legislatures');

/** Organisations that one word alone may mean: "Congress", "EU". */
export const BARE_ORGANISATIONS = wordsOf('organisations/bare-organisations');

/** Verbs of news in other languages, none of which is English. */
export const OTHER_VERBS = wordsOf('verbs-of-other-languages');

/** Words of a sentence that put it as planned; a feature of the scorer. */
export const PLANNED = wordsOf('sentences/plans');

/** Words of a sentence that deny it; a feature of the scorer. */
export const DENIED = wordsOf('sentences/denials');

/** What agreements are called, what stands before that, and how their names end. As patterns. */
export const AGREEMENT_HEADS = patternOf('acts/agreement-heads');
export const AGREEMENT_MODIFIERS = patternOf('acts/agreement-modifiers');
export const NAMED_AGREEMENT_HEADS = patternOf('acts/named-agreement-heads');

/** What events are called and verbs that tell of one, what stands before that, and how their names end. */
export const EVENT_HEADS = patternOf('acts/event-heads');
export const EVENT_MODIFIERS = patternOf('acts/event-modifiers');
export const NAMED_EVENT_HEADS = patternOf('acts/named-event-heads');

/** What sales of arms are called, and what stands before that. As patterns. */
export const SALE_HEADS = patternOf('acts/sale-heads');
export const SALE_MODIFIERS = patternOf('acts/sale-modifiers');

/** Any word with a hyphen, "wire-guided", that is not among the modifiers already. */
const OTHER_HYPHENATED = `(?!(?:${patternOf('weapons/hyphenated-weapon-modifiers')}) )[a-z]+-[a-z]+`;
/** "Surface-to-air guided missiles": a class of weapons with its modifiers, as a pattern. */
export const WEAPON_CLASS = `(?:(?:${patternOf('weapons/weapon-modifiers')}|${OTHER_HYPHENATED}) )*(?:${patternOf('weapons/weapon-classes')})`;

/** Verbs by which someone is said to say or do something. */
export const SAY = wordsOf('people/speech-verbs');

/** What opens and what ends the name of a place on the map, and regions of the world. As patterns. */
export const GEOGRAPHY_HEADS = patternOf('places/geography-heads');
export const GEOGRAPHY_TAILS = patternOf('places/geography-tails');
export const REGIONS = patternOf('places/regions');

/** Buildings that stand for those who work there, unless someone is in them. As a pattern. */
export const SEATS_OF_POWER = patternOf('places/seats-of-power');

/** What houses and grounds are called where people meet. As a pattern. */
export const SITES = patternOf('places/sites');

/** States and territories of the USA, which are places. */
export const US_STATES = wordsOf('places/us-states');

/** Nouns that make another thing of a word for an event before them. As a pattern. */
export const NOUNS_BEHIND_EVENTS = patternOf('acts/nouns-behind-events');

/** What is met, and is nobody. As a pattern. */
export const THINGS_MET = patternOf('acts/things-met');

/** Who is told news, and is no party to talks. As a pattern. */
export const LISTENERS = patternOf('acts/listeners');

/** What people are at an institute or a company. As a pattern. */
export const STAFF = patternOf('people/staff');

/** Common nouns that say what kind of company the name behind them is of. As a pattern. */
export const COMPANY_NOUNS = patternOf('organisations/company-nouns');

/** Words of a body's name before "of the". */
export const BODIES_OF = wordsOf('organisations/bodies-of');
