import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { readDate } from '../date.ts';
import { meaningOf, metadataOf } from '../keys.ts';
import type { Metadata } from '../record.ts';

/** Longest front matter; more is a document that begins with a rule. */
const LENGTH_MAX = 65_536;
const FENCED =
  /^\s*(-{3,8}|\+\+\+|;;;|```(?=yaml|toml|json)|<!--(?=\s*\n))(yaml|toml|json)?[ \t]*\r?\n([\s\S]*?)\r?\n[ \t]*(?:\1|\.\.\.|-->)[ \t]*(?:\r?\n|$)/;
/** The language that a fence stands for. */
const LANGUAGES: Readonly<Record<string, Language>> = { '+++': 'toml', ';;;': 'json' };
type Language = 'yaml' | 'toml' | 'json';
/** A fence that is never closed: its lines end at the first empty one. */
const UNCLOSED =
  /^\s*---[ \t]*\r?\n((?:[\p{L}][\p{L}\p{N} _-]{0,30}:[ \t]+\S.*\r?\n){2,40})[ \t]*\r?\n/u;

export interface FrontMatter {
  readonly metadata: Metadata;
  /** Keys that are not read. */
  readonly unread: readonly string[];
  /** Offset of the text behind it. */
  readonly end: number;
  /** Why it could not be read; it is still cut from the text. */
  readonly problem: string | null;
}

function parse(language: Language, text: string): unknown {
  if (language === 'toml') return parseToml(text);
  // Some write the braces of the object, others leave them out.
  if (language === 'json') return JSON.parse(/^\s*\{/.test(text) ? text : `{${text}}`);
  // Values stay texts, so that a date is not moved to another time zone.
  return parseYaml(text, { schema: 'failsafe', maxAliasCount: 0 });
}

/** How front matter begins; a fence alone may be a rule between paragraphs. */
const BEGINS: Readonly<Record<Language, RegExp>> = {
  yaml: /^\s*(?:#.*\n\s*)*["']?[\w][\w .:-]{0,60}["']?\s*:(?:\s|$)/,
  toml: /^\s*(?:#.*\n\s*)*(?:\[[\w."'-]+\]\s*\n\s*)?[\w."'-]+\s*=/,
  json: /^\s*(?:\{\s*)?"[^"\n]{1,60}"\s*:/,
};

/** Marks that open other things too, so that a title must follow them. */
const COMMON_FENCE = /^(?:`|<!|----)/;

const LINE = /^([\p{L}][\p{L}\p{N} _.-]{0,60}?)[ \t]*:[ \t]*(.*)$/u;

/** Reads `key: value` lines of front matter that is no valid YAML: "title: Oslo: a view". */
const linesOf = (body: string): [string, string][] =>
  body.split(/\r?\n/).flatMap((line) => {
    const [, key, value = ''] = LINE.exec(line) ?? [];
    return key === undefined ? [] : [[key, value.replace(/^(["'])(.*)\1$/, '$2')]];
  });

function frontMatter(
  entries: readonly (readonly [string, unknown])[],
  end: number,
  problem: string | null = null,
): FrontMatter {
  const unread = entries
    .map(([key]) => key)
    .filter((key) => {
      const meaning = meaningOf(key);
      return meaning === null || meaning === 'text' || meaning === 'html';
    });
  return { metadata: metadataOf(entries), unread, end, problem };
}

/** The entries of a record; a title or date that only an object within it gives takes its place. */
function entriesOf(given: object): [string, unknown][] {
  const entries: [string, unknown][] = Object.entries(given);
  const isOpen = (key: string) => {
    const meaning = meaningOf(key);
    const isWanted = meaning === 'title' || meaning === 'publishedOn';
    return isWanted && !entries.some(([other]) => meaningOf(other) === meaning);
  };
  return entries.flatMap(([key, value]): [string, unknown][] => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[key, value]];
    const inner = Object.entries(value).filter(([name]) => isOpen(name));
    return inner.length > 0 ? inner : [[key, value]];
  });
}

function fenced(raw: string): FrontMatter | null {
  const [all, fence, named, body] = FENCED.exec(raw) ?? [];
  if (all === undefined) return null;
  const language = (named as Language | undefined) ?? LANGUAGES[fence!] ?? 'yaml';
  if (!BEGINS[language].test(body!)) return null;
  if (COMMON_FENCE.test(fence!) && !linesOf(body!).some(([key]) => meaningOf(key) === 'title'))
    return null;
  let given: unknown;
  try {
    given = parse(language, body!);
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0]!.slice(0, 120);
    const problem = `its front matter was read line by line, for it cannot be read as a whole: ${reason}; mend it`;
    return frontMatter(linesOf(body!), all.length, problem);
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return frontMatter(
      [],
      all.length,
      'its front matter has no keys; write "title: …" and "date: …"',
    );
  return frontMatter(entriesOf(given), all.length);
}

function unclosed(raw: string): FrontMatter | null {
  const [all, body] = UNCLOSED.exec(raw) ?? [];
  return all === undefined
    ? null
    : frontMatter(linesOf(body!), all.length, 'its front matter has no end; close it by "---"');
}

/** `Key: value` lines before the first empty line, as in MultiMarkdown and press archives. */
const HEADER = /^\s*((?:[\p{L}][\p{L} _-]{0,30}:[ \t]+\S.*\r?\n){2,30})[ \t]*\r?\n/u;

/** `#+TITLE: Talks` of Org, and `:date: 2024-03-14` of AsciiDoc and reStructuredText below a title. */
const MARKED =
  /^\s*(?:(?:=[ \t]+(?<above>\S.*)|(?<under>\S.*)\r?\n[=~-]{3,})[ \t]*\r?\n\s*)?(?<body>(?:(?:#\+[\w-]+:|:[\w-]+:)[ \t]*.*(?:\r?\n|$)){1,40})/;

/** Lines of metadata with marks before their keys. */
function marked(raw: string): FrontMatter | null {
  const found = MARKED.exec(raw);
  if (!found?.groups) return null;
  const { above, under, body } = found.groups;
  const entries = body!.split(/\r?\n/).flatMap((line): [string, string][] => {
    const [, org, field, value = ''] = /^(?:#\+([\w-]+)|:([\w-]+)):[ \t]*(.*)$/.exec(line) ?? [];
    const key = org ?? field;
    // Dates of Org stand in brackets: "<2024-03-14 Thu>".
    return key ? [[key === 'revdate' ? 'date' : key, value.replace(/^[<[](.*)[>\]]$/, '$1')]] : [];
  });
  const title = above ?? under;
  if (title !== undefined) entries.unshift(['title', title.trim()]);
  return metadataOf(entries).publishedOn || entries.some(([key]) => meaningOf(key) === 'title')
    ? frontMatter(entries, found[0].length)
    : null;
}

/** A header must have title and date; other such lines may be speakers of a transcript. */
function header(raw: string): FrontMatter | null {
  const [all, body] = HEADER.exec(raw) ?? [];
  if (all === undefined) return null;
  const entries = linesOf(body!);
  const meanings = entries.map(([key]) => meaningOf(key));
  const { publishedOn } = metadataOf(entries);
  return meanings.includes('title') && readDate(publishedOn ?? null) !== null
    ? frontMatter(entries, all.length)
    : null;
}

/** Title, authors and date behind percent signs, as in Pandoc. */
const PERCENT = /^\s*% ?(\S.*)\r?\n% ?(.*)\r?\n% ?(\S.*)(?:\r?\n|$)/;

function percent(raw: string): FrontMatter | null {
  const [all, title, , date] = PERCENT.exec(raw) ?? [];
  return all === undefined ? null : frontMatter(Object.entries({ title, date }), all.length);
}

/** A JSON object that ends on a line of its own before a text, as Hugo writes it. */
const OBJECT = /^\s*(\{\s*\n[\s\S]*?\n\})[ \t]*\r?\n\s*(?=[^\s,{}[\]])/;

export function jsonFrontMatterOf(text: string): FrontMatter | null {
  const [all, body] = OBJECT.exec(text.slice(0, LENGTH_MAX)) ?? [];
  if (all === undefined) return null;
  try {
    return frontMatter(Object.entries(JSON.parse(body!) as object), all.length);
  } catch {
    return null;
  }
}

/**
 * YAML, TOML or JSON between fences, a JSON object, or a header before a text; else null.
 */
export function frontMatterOf(text: string): FrontMatter | null {
  const raw = text.slice(0, LENGTH_MAX);
  return (
    fenced(raw) ??
    unclosed(raw) ??
    jsonFrontMatterOf(raw) ??
    header(raw) ??
    percent(raw) ??
    marked(raw)
  );
}
