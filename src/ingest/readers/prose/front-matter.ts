import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { meaningOf, metadataOf } from '../keys.ts';
import type { Metadata } from '../record.ts';

/** Longer than this it is no front matter, but a document that begins with a rule. */
const LENGTH_MAX = 65_536;
const FENCED = /^\s*(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n(?:\1|\.\.\.)[ \t]*(?:\r?\n|$)/;

export interface FrontMatter {
  readonly metadata: Metadata;
  /** Keys that are not read. */
  readonly unread: readonly string[];
  /** Where the text behind it begins. */
  readonly end: number;
  /** Why it could not be read; it is left out of the text all the same. */
  readonly problem: string | null;
}

function parse(fence: string, text: string): unknown {
  // Values stay as they are written: a date must not move to another time zone.
  return fence === '+++'
    ? parseToml(text)
    : parseYaml(text, { schema: 'failsafe', maxAliasCount: 0 });
}

/** A fence alone may be a rule between paragraphs: front matter begins with `key:`. */
const looksLikeIt = (fence: string, body: string) =>
  (fence === '+++'
    ? /^\s*(?:#.*\n\s*)*[\w."'-]+\s*=/
    : /^\s*(?:#.*\n\s*)*["']?[\w][\w .:-]{0,60}["']?\s*:(?:\s|$)/
  ).test(body);

/** YAML between `---` lines, or TOML between `+++` lines, before a text; null when there is none. */
export function frontMatterOf(raw: string): FrontMatter | null {
  const [all, fence, body] = FENCED.exec(raw.slice(0, LENGTH_MAX)) ?? [];
  if (all === undefined || !looksLikeIt(fence!, body!)) return null;
  const nothing = { metadata: {}, unread: [], end: all.length };
  let given: unknown;
  try {
    given = parse(fence!, body!);
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0]!.slice(0, 120);
    return { ...nothing, problem: `its front matter cannot be read: ${reason}; mend it` };
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { ...nothing, problem: 'its front matter has no keys; write "title: …" and "date: …"' };
  const entries = Object.entries(given);
  return {
    metadata: metadataOf(entries),
    unread: entries
      .map(([key]) => key)
      .filter((key) => {
        const meaning = meaningOf(key);
        return meaning === null || meaning === 'text' || meaning === 'html';
      }),
    end: all.length,
    problem: null,
  };
}
