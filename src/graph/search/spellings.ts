import { foldText } from '../../model/ids.ts';

/** `f35a` is how people type F-35A. */
export const DESIGNATION = /^(\p{L}{1,4})(\d{1,4}\p{L}{0,2})$/u;

/** Beginnings of names that some write together with the rest, and others apart. */
const BEGINNINGS = 'de la,de los,van der,von der,al,el,mac,mc,van,von,de,bin,ben,abu'.split(',');
/** Shortest rest, in letters. */
const REST_MIN = 4;

/** The parts of a name that is written as one word, separated by spaces: `al saud` for "AlSaud" and "alsaud". */
export function partsOfName(word: string): string[] {
  const letters = word.normalize('NFC').replace(/[^\p{L}\p{M}]/gu, '');
  if (letters.length < word.trim().length) return [];
  const apart = foldText(letters.replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' '));
  const folded = foldText(letters);
  const begun = BEGINNINGS.find((beginning) => folded.startsWith(beginning.replace(' ', '')));
  const rest = begun === undefined ? '' : folded.slice(begun.replace(' ', '').length);
  return [
    ...new Set([
      ...(apart.includes(' ') ? [apart] : []),
      ...(rest.length >= REST_MIN ? [`${begun} ${rest}`] : []),
    ]),
  ];
}

/** Both apostrophes, "O'Brien" and "O’Brien": the index keeps them, and texts write either. */
export const apostrophes = (form: string): string[] =>
  /['’‘]/.test(form) ? ["'", '’'].map((sign) => form.replace(/['’‘]/g, sign)) : [form];

/** Names with and without the sign behind their first letter: "O'Brien", "OBrien", "o-brien". */
function withSign(part: string): string[] {
  const folded = foldText(part);
  const [, first, rest] = /^([od])['’‘ -]?(\p{L}{4,})$/u.exec(folded) ?? [];
  return first && rest ? [`${first}'${rest}`, `${first}${rest}`, `${first} ${rest}`] : [];
}

/** Scales of sums by their first letters. */
const SCALES: readonly (readonly string[])[] = [
  ['million', 'm', 'mn', 'mln'],
  ['billion', 'bn', 'b', 'bln'],
  ['trillion', 'tn', 'trn'],
];
const formsOfSum = (figures: string, scale: string): string[] => {
  const number = figures.replace(/^[^\d]+/, '');
  const forms = SCALES.find((each) => each.includes(scale.toLowerCase())) ?? [];
  return forms.flatMap((form) => [`${number} ${form}`, `${number}${form}`]);
};

/**
 * Other ways to write a part of a sentence: "C130J" and "C-130J", "10000" and "10,000", "US" and "U.S.",
 * "$1.5bn" and "1.5 billion".
 */
export function otherSpellings(part: string): string[] {
  const [, letters, number] = DESIGNATION.exec(part.toLowerCase()) ?? [];
  if (letters && number) return [`${letters} ${number}`];
  if (/^\d{4,15}$/.test(part)) return [Number(part).toLocaleString('en-US')];
  if (/^\d{1,3}(?:,\d{3})+$/.test(part)) return [part.replaceAll(',', '')];
  const [, figures, scale] = /^(\D?\d[\d.,]*)(\p{L}{1,8})$/u.exec(part) ?? [];
  if (figures && scale) return formsOfSum(figures, scale);
  if (/^\p{Lu}{2,3}$/u.test(part)) return [[...part].join('.').toLowerCase()];
  if (/^(?:\p{L}\.){2,4}$/u.test(part)) return [part.replaceAll('.', '').toLowerCase()];
  const [, clan] = /^ma?c(\p{L}{4,})$/u.exec(foldText(part)) ?? [];
  return [
    ...withSign(part),
    ...partsOfName(part),
    ...(clan === undefined ? [] : [`mac${clan}`, `mc${clan}`]),
  ];
}

/** One word that two parts may be written as: `macdonald`, `o'brien`, `1.5bn`. */
export function joinedForms(first: string, second: string): string[] {
  if (/^\D?\d[\d.,]*$/.test(first)) return formsOfSum(first, second.replace(/[.,]$/, ''));
  const [a, b] = [foldText(first), foldText(second)];
  if (/^[od]$/.test(a)) return withSign(`${a} ${b}`);
  const beginning = BEGINNINGS.find((each) => each.replace(' ', '') === a);
  if (beginning === undefined || !/^\p{L}{3,}$/u.test(b)) return [];
  return beginning === a ? [`${a}${b}`] : [`${beginning} ${b}`, `${a}${b}`];
}
