// Patterns are composed of named parts.

/** A pattern that matches exactly this text. */
export const escapePattern = (form: string) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** One pattern of alternatives, of which the first that matches is taken. */
export const anyOf = (...patterns: readonly string[]) => `(?:${patterns.join('|')})`;

/** A pattern of literal alternatives, the longest first. */
export const anyForm = (forms: Iterable<string>) =>
  anyOf(...[...forms].sort((a, b) => b.length - a.length).map(escapePattern));
