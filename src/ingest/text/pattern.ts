// Patterns are put together from parts that have names.

/** A form as a pattern that matches the form itself and nothing else. */
export const escapePattern = (form: string) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** One of these patterns; the first that matches is taken. */
export const anyOf = (...patterns: readonly string[]) => `(?:${patterns.join('|')})`;

/** One of these forms, which are no patterns; the longest is tried first. */
export const anyForm = (forms: Iterable<string>) =>
  anyOf(...[...forms].sort((a, b) => b.length - a.length).map(escapePattern));
