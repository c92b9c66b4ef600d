import { patternOf, wordsOf } from './word-list.ts';

/** Nouns of offices and ranks, and forms of address, before or behind the name of a person. */
export const TITLE_NOUNS = wordsOf('title-nouns');

/** Ranks and forms of address: titles that are no office. */
export const RANKS = wordsOf('ranks');

/** Words before the noun of a title. */
export const TITLE_MODIFIERS = wordsOf('title-modifiers');

/** What an office is of: the words behind "minister of", and before "minister". */
export const PORTFOLIO = wordsOf('portfolios');

/** Small words within names of people. */
export const NAME_PARTICLES = wordsOf('name-particles');

/** Nouns by which organisations are called, the last word of their names. */
export const ORGANISATION_HEADS = wordsOf('organisation-heads');

/** Words of a sentence that put it as planned; a feature of the scorer. */
export const PLANNED = wordsOf('plans');

/** Words of a sentence that deny it; a feature of the scorer. */
export const DENIED = wordsOf('denials');

/** What agreements are called. As a pattern. */
export const AGREEMENT_HEADS = patternOf('agreement-heads');

/** What events are called, and verbs that tell of one. As a pattern. */
export const EVENT_HEADS = patternOf('event-heads');

/** What sales of arms are called. As a pattern. */
export const SALE_HEADS = patternOf('sale-heads');

/** Any word with a hyphen, "wire-guided", that is not among the modifiers already. */
const OTHER_HYPHENATED = `(?!(?:${patternOf('hyphenated-weapon-modifiers')}) )[a-z]+-[a-z]+`;
/** "Surface-to-air guided missiles": a class of weapons with its modifiers, as a pattern. */
export const WEAPON_CLASS = `(?:(?:${patternOf('weapon-modifiers')}|${OTHER_HYPHENATED}) )*(?:${patternOf('weapon-classes')})`;

/** Verbs by which someone is said to say or do something. */
export const SAY = wordsOf('speech-verbs');

/** States and territories of the USA, which are places. */
export const US_STATES = wordsOf('us-states');
