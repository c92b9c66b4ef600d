// Patterns are composed of named parts.
import { grouped } from '../../grouped.ts';

/** A pattern that matches exactly this text. */
export const escapePattern = (form: string) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** One pattern of alternatives, of which the first that matches is taken. */
export const anyOf = (...patterns: readonly string[]) => `(?:${patterns.join('|')})`;

/**
 * A pattern of literal alternatives, the longest first of those with one first letter. These stand
 * together, so that one letter of a text rules out all others: the engine tries hundreds of forms one by
 * one where a program has many patterns. Only a pattern that ignores case can tell the two orders apart.
 */
export const anyForm = (forms: Iterable<string>) => {
  const ordered = [...forms].sort((a, b) => b.length - a.length);
  const together = [...grouped(ordered, (form) => form.slice(0, 1))];
  return anyOf(
    ...together.map(
      ([letter, those]) =>
        escapePattern(letter) + anyOf(...those.map((form) => escapePattern(form.slice(1)))),
    ),
  );
};

/** All matches of a global pattern; `matchAll` would copy the pattern on every call. */
export function allOf(words: string, regex: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  regex.lastIndex = 0;
  for (let match = regex.exec(words); match; match = regex.exec(words)) {
    found.push(match);
    if (match[0] === '') regex.lastIndex++;
  }
  return found;
}
