import { wordsOf } from '../../../lexicon/word-list.ts';
import { namesOf, shareOf } from './frequencies.ts';
import { soundOf } from './romanise.ts';

/** Given names that have several forms, each of which most people know. */
const withForms: ReadonlySet<string> = new Set(
  [...wordsOf('identity/given-name-forms')].flatMap((names) => names.split(' ')),
);

/** Share of people with a given name that has several forms. */
const WITH_FORMS = 0.015;

/** Share of people who are meant by a surname; a lone "Joe" is a given name, however rare as a surname. */
export const surnameShare = (name: string): number =>
  Math.max(shareOf('surname', name), withForms.has(name) ? WITH_FORMS : 0);

const frequent: ReadonlySet<string> = new Set(
  [...namesOf('surname'), ...withForms].map((name) => soundOf(name)),
);

/** Whether a name sounds like one that is frequent, as its transliterations do. */
export const isFrequentSound = (sound: string): boolean => frequent.has(sound);
