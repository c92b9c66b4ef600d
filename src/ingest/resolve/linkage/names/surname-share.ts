import { hasForms, namesWithForms } from './alike.ts';
import { namesOf, shareOf } from './frequencies.ts';
import { soundOf } from './romanise.ts';

/** Share of people with a given name that has several forms. */
const WITH_FORMS = 0.015;

/** Share of people who are meant by a surname; a lone "Joe" is a given name, however rare as a surname. */
export const surnameShare = (name: string): number =>
  Math.max(shareOf('surname', name), hasForms(name) ? WITH_FORMS : 0);

const frequent: ReadonlySet<string> = new Set(
  [...namesOf('surname'), ...namesWithForms()].map((name) => soundOf(name)),
);

/** Whether a name sounds like one that is frequent, as its transliterations do. */
export const isFrequentSound = (sound: string): boolean => frequent.has(sound);
