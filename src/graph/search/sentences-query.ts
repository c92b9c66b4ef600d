import { foldText } from '../../model/ids.ts';
import { misspelt, NOTHING, STOP_WORDS, WORDS_MAX } from './search-words.ts';
import { apostrophes, joinedForms, otherSpellings } from './spellings.ts';

/** The parts of a query between spaces; what stands in quotation marks stays together. */
const partsOf = (query: string): string[] =>
  [...query.normalize('NFC').matchAll(/["“„«]([^"“”„«»]+)["”»]|([^\s"“”„«»]+)/gu)]
    .map(([, quoted, word]) => (quoted ?? word ?? '').trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .slice(0, WORDS_MAX)
    .map((part) => part.replace(/[\\"]/g, ' '));

const phrase = (form: string) => `"${form}"`;
const anyOf = (queries: readonly string[]) =>
  queries.length === 1 ? queries[0]! : `(${queries.join(' OR ')})`;
const allOf = (queries: readonly string[]) => queries.join(' AND ');

/** A part as written or without its accents, and in its other spellings. */
const formsOf = (part: string): string[] => {
  const lower = part.toLowerCase();
  const others = STOP_WORDS.has(lower) ? [] : otherSpellings(part);
  return [...new Set([lower, foldText(part), ...others].flatMap(apostrophes))];
};

const exactly = (part: string) => anyOf(formsOf(part).map(phrase));

/** Queries of which all must match: one for each part, or for two that may be one word. */
function queriesOf(parts: readonly string[], queryOf: (part: string) => string): string[] {
  const queries: string[] = [];
  for (let at = 0; at < parts.length; at++) {
    const [part, next] = [parts[at]!, parts[at + 1]];
    const joined = next === undefined ? [] : joinedForms(part, next).flatMap(apostrophes);
    if (joined.length === 0) queries.push(queryOf(part));
    else {
      const apart = `(${allOf([queryOf(part), queryOf(next!)])})`;
      queries.push(anyOf([apart, ...new Set(joined.map(phrase))]));
      at++;
    }
  }
  return queries;
}

/**
 * A query for an index of sentences, whose own analyzer cuts it into words. All its parts must be in a
 * sentence, each as a phrase.
 */
export function sentencesQuery(query: string): string {
  const parts = partsOf(query);
  if (parts.length === 0) return NOTHING;
  return allOf(queriesOf(parts, exactly));
}

/** Words of a question, which sentences do not repeat. */
const ASKING = new Set('who whom whose what which when where why how did do does'.split(' '));
/** Parts from which on one may be missing. */
const PARTS_MIN = 3;
/** Most parts: Lucene gives up a query of more than 1,024 clauses, and counts up to 100 for a misspelt one. */
const LOOSE_MAX = 6;

function misspeltOr(part: string): string {
  const word = foldText(part);
  const inexact = /^\p{L}+$/u.test(word) ? misspelt(word) : [];
  return anyOf([...formsOf(part).map(phrase), ...inexact]);
}

/**
 * A query for sentences where none has all the words: words may be misspelt, those of a question are
 * left out, and one of three or more may be missing, but no number.
 */
export function looseSentencesQuery(query: string): string {
  const isTelling = (part: string) =>
    !ASKING.has(part.toLowerCase()) && !STOP_WORDS.has(part.toLowerCase());
  const parts = partsOf(query).filter(isTelling).slice(0, LOOSE_MAX);
  if (parts.length === 0) return NOTHING;
  const exact = queriesOf(parts, exactly);
  const without = exact.flatMap((one, at) =>
    exact.length < PARTS_MIN || /\d/.test(one)
      ? []
      : [`(${allOf(exact.filter((_, other) => other !== at))})`],
  );
  return [`(${allOf(queriesOf(parts, misspeltOr))})^8`, ...without].join(' OR ');
}
