import { patternOf } from '../../lexicon/word-list.ts';
import { MONTH_NAMES } from '../months.ts';
import type { Block } from '../text.ts';
import { tokeniserFor } from '../tokeniser.ts';

/** A line above links to other pages. */
const LABEL = new RegExp(`^(?:${patternOf('pages/labels-of-links')})\\s*:?$`, 'i');
const OPEN_WORDS = 'that|the|this|its|our|his|her|their|is|are|was|were|has|have|will|be|been';
/** A headline begins so, and no line that goes on in the next ends so. */
const BEGINS = /^[“"'‘(]?[\p{Lu}\d]/u;
const GOES_ON = new RegExp(
  `(?:[,:;-]|\\b(?:an?|and|at|between|by|for|from|in|of|on|or|to|with|${OPEN_WORDS}))$`,
);
/** The day of the page that a line leads to, above its first words. */
const DATED = new RegExp(
  `^(?:\\d{1,2} )?(?:${MONTH_NAMES.join('|')}) (?:\\d{1,2}, )?\\d{4}\\s*[-–—|:]`,
  'i',
);
const CUT_SHORT = /(?:…|\.\.\.|\[…\])$/;
/** An item of a numbered list without the end of a sentence: below "Most read" it leads to a page. */
const NUMBER = /(?:^|\s)\d{1,2}[.)]\s*$/;
const ITEM = /[^.!?:;”"]$/;
/** Room of a number, in UTF-16 units. */
const NUMBER_MAX = 8;
/** Numbers of further pages. */
const PAGES = /^(?:\d+[\s….·|,-]+){3,}(?:\d+|\p{L}+|[»›>]+)?(?:\s\S+)?$/u;
/** What a line of links has not: a sentence, a lead, or something told of what is named. */
const TELLS = /[.:;()=]/;
/** A row of data: a name or a number, and what is told of it. */
const ROW = /^(?:\d|[\p{L}\d’'.() -]{2,40}(?:(?::| --?| [–—]) |, (?:(?:the|an?) )?\p{Ll}))/u;
/** Who wrote, and when. */
const BYLINE = new RegExp(
  `^(?:by \\p{Lu}|(?:posted|published|updated)\\b)|\\b(?:${MONTH_NAMES.join('|')}) \\d{1,2}, \\d{4}$`,
  'iu',
);
const BYLINE_WORDS_MAX = 10;
const ACTS = new Set(['VERB', 'AUX']);
/** Words that name what is done, where the tagger takes a verb for a noun: "sign air defence pact". */
const CONTENT = /(?<!\p{L})(?!(?:and|for|from|the|with)(?!\p{L}))\p{Ll}{3,}/gu;

/** Words of a headline; shorter lines are dates, sections and authors. */
const HEADLINE_WORDS = { min: 4, max: 30 };
/** Most words that stand below a headline in a list of them. */
const TEASER_WORDS_MAX = 45;
/** Headlines below each other that no article has. */
const LISTED_MIN = 4;
/** Headlines, each with some of its text and with a date or the like beside it. */
const TEASED_MIN = 3;

type Role = 'headline' | 'aside' | 'teaser' | 'text';

interface Line {
  readonly role: Role;
  readonly text: string;
  readonly label: boolean;
  /** Whether it is an item of a numbered list, as an article may have, too. */
  readonly item: boolean;
}

/** @param bare whether the page has no sentence and no lead, so that its lists are of links */
function roleOf({ kind }: Block, text: string, bare: boolean): Role {
  if (kind === 'furniture') return 'aside';
  if (kind === 'list' && !bare) return 'text';
  const words = text.split(' ').length;
  if (kind === 'body') return words <= TEASER_WORDS_MAX || CUT_SHORT.test(text) ? 'teaser' : 'text';
  if (words < HEADLINE_WORDS.min || PAGES.test(text)) return 'aside';
  if (words <= BYLINE_WORDS_MAX && BYLINE.test(text)) return 'aside';
  const whole = BEGINS.test(text) && !GOES_ON.test(text) && text !== text.toUpperCase();
  return whole && words <= HEADLINE_WORDS.max ? 'headline' : 'text';
}

function tellsAnAct(line: string): boolean {
  if ((line.match(CONTENT)?.length ?? 0) > 1) return true;
  const { readDoc, its } = tokeniserFor(line.length);
  const parts = readDoc(line)
    .tokens()
    .out(its.pos as never) as unknown as string[];
  return parts.some((part) => ACTS.has(part));
}

/** A headline of a list, with what stands below it. */
interface Entry {
  readonly at: number;
  readonly end: number;
  readonly teased: boolean;
  /** Whether a date, an author or the like stands beside it. */
  readonly beside: boolean;
}

/** The entry that begins at a line; null where an article does. */
function entryAt(lines: readonly Line[], at: number): Entry | null {
  if (lines[at]?.role !== 'headline' || lines[at]!.label) return null;
  let end = at + 1;
  let [teased, beside] = [false, false];
  for (; end < lines.length; end++) {
    const { role, label } = lines[end]!;
    if (label) break;
    if (role === 'teaser' && !teased) {
      teased = true;
      beside ||= DATED.test(lines[end]!.text);
    } else if (role === 'aside') beside = true;
    else break;
  }
  const next = lines[end]?.role;
  // A line above a paragraph, or above several, is a heading of the article.
  return next === 'text' || next === 'teaser' ? null : { at, end, teased, beside };
}

/** The entries that follow each other from a line on. */
function entriesFrom(lines: readonly Line[], from: number): Entry[] {
  const entries: Entry[] = [];
  for (let entry = entryAt(lines, from); entry; entry = entryAt(lines, entry.end))
    entries.push(entry);
  return entries;
}

/** Whether headlines below each other are links to other pages. */
function isListing(lines: readonly Line[], entries: readonly Entry[]): boolean {
  const acts = entries.filter(({ at }) => tellsAnAct(lines[at]!.text)).length;
  const rows = entries.filter(({ at }) => ROW.test(lines[at]!.text)).length;
  if (acts === 0 || 2 * rows >= entries.length) return false;
  if (!entries.some(({ teased }) => teased))
    return entries.length >= LISTED_MIN && 2 * acts >= entries.length;
  const dated = entries.filter(({ beside }) => beside).length;
  return entries.length >= TEASED_MIN && 2 * dated >= entries.length;
}

/** Where the lines end that a label stands above. */
function labelledUntil(lines: readonly Line[], label: number): number {
  let end = label + 1;
  for (let entry = entryAt(lines, end); end < lines.length; entry = entryAt(lines, end)) {
    if (entry) end = entry.end;
    else if (lines[end]!.role === 'aside' || lines[end]!.item) end++;
    else break;
  }
  return end;
}

/**
 * Numbers of the blocks that lead to other pages: what stands below "Most read", and headlines below
 * each other, alone or each with the beginning of its text. Time is linear in the number of blocks.
 */
export function listedBlocks(clean: string, blocks: readonly Block[]): ReadonlySet<number> {
  const texts = blocks.map(({ start, end }) => clean.slice(start, end).replace(/\s+/g, ' ').trim());
  const bare = !blocks.some(({ kind }, at) => kind === 'body' || TELLS.test(texts[at]!));
  const lines = blocks.map((block, at): Line => {
    const text = texts[at]!;
    const before = clean.slice(Math.max(0, block.start - NUMBER_MAX), block.start);
    const item = block.kind === 'list' && ITEM.test(text) && NUMBER.test(before);
    return { role: roleOf(block, text, bare), text, label: LABEL.test(text), item };
  });
  const begin = lines.findIndex(({ role }) => role !== 'aside');
  const end = lines.findLastIndex(({ role }) => role === 'text' || role === 'teaser');
  const listed = new Set<number>();
  for (let at = 0; at < lines.length; ) {
    const entries = entriesFrom(lines, at);
    const to = lines[at]!.label ? labelledUntil(lines, at) : (entries.at(-1)?.end ?? at);
    // What an article begins with is its own headline and what stands below that.
    const isOpening = at === begin && to <= end;
    if (lines[at]!.label || (!isOpening && isListing(lines, entries)))
      for (let one = at; one < to; one++) listed.add(one);
    at = Math.max(to, at + 1);
  }
  return listed;
}
