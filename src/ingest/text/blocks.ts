import { isFurniture } from './furniture.ts';
import { blankLinks } from './markup.ts';
import { listedBlocks } from './page/listings.ts';
import type { Block, BlockKind } from './text.ts';

const MARKER = /^\s*(?:[-*•–+]|\d{1,2}\\?[.)]|\([a-z0-9]{1,2}\))\s+/;

const blank = (text: string) => text.replace(/[^\n]/g, ' ');

/** Replaces markup by spaces of equal length, so that offsets stay valid. */
export function blankMarkup(text: string): string {
  return blankLinks(text)
    .replace(/<\/?[a-zA-Z][^<>]{0,400}>/g, blank)
    .replace(/https?:\/\/\S+/g, blank)
    .replace(/\*{1,3}|_{2,3}|~~|(?<![\w])_(?=\w)|(?<=\w)_(?![\w])/g, blank)
    .replace(/^#{1,6}(?= )/gm, blank)
    .replace(/\\(?=[.\-$()[\]*_])/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\u00a0\u200b\u2009\u202f\ufeff]/g, ' ');
}

function kindOf(text: string, first: boolean, listed: boolean): BlockKind {
  const line = text.replace(/\s+/g, ' ').trim();
  if (isFurniture(line)) return 'furniture';
  if (listed) return 'list';
  if (line.length < 160 && !/[.!?:;”"]$/.test(line)) return first ? 'title' : 'heading';
  // "What is next?" alone on its line heads what answers it.
  const heads = line.endsWith(':') || (line.endsWith('?') && !/[.!?;:”"] /.test(line));
  return line.length < 90 && heads ? 'heading' : 'body';
}

interface Line {
  /** Line number in the source, from 0. */
  readonly number: number;
  readonly start: number;
  readonly text: string;
  /** The same before markup and hard blanks became blanks. */
  readonly written: string;
}

/** Separators of table cells: tabs, or bars if there are several. */
const CELL_END = /\t+/g;
const CELL_END_OF_BARS = /\s*\|\s*/g;

/** Splits a table row into lines, because its cells form no sentence. */
function cellsOf(line: Line): Line[] {
  const bars = line.text.split('|').length > 2;
  if (!bars && !/\S\t+\s*\S/.test(line.text)) return [line];
  const cells: Line[] = [];
  let from = 0;
  const add = (to: number) => {
    const text = line.text.slice(from, to);
    const written = line.written.slice(from, to);
    if (/[\p{L}\d]/u.test(text))
      cells.push({ number: line.number, start: line.start + from, text, written });
  };
  for (const { index, 0: mark } of line.text.matchAll(bars ? CELL_END_OF_BARS : CELL_END)) {
    add(index);
    from = index + mark.length;
  }
  add(line.text.length);
  return cells;
}

/** Longest lines, in UTF-16 units, of a text that is wrapped at a fixed width. */
const [WIDTH_MIN, WIDTH_MAX] = [45, 100];

/** What is broken in no place: words, and words that a hard blank joins. */
const UNBROKEN = /^[ \t]*([^ \t\r]+)/;
/** How no line ends that is whole, and how none begins. */
const OPEN_END =
  /(?:,|\b(?:an?|and|at|between|by|for|from|in|its|of|on|or|that|the|their|to|with))$/;
const GOES_ON = /^\s*\p{Ll}/u;

/**
 * Whether a line goes on in the next: its first word would not have fitted, or the words go on. A
 * headline is shorter than that. Both as they are written, hard blanks and markup among them.
 */
function goesOn(line: string, next: string, width: number): boolean {
  if (line.length < WIDTH_MIN || width > WIDTH_MAX) return false;
  const word = UNBROKEN.exec(next)?.[1]?.length ?? 0;
  return line.length + 1 + word >= width || (OPEN_END.test(line) && GOES_ON.test(next));
}

const BLANKS = ' \t\r';

/** A line without the blanks at its end. A pattern would start anew at each blank of a line of blanks. */
function withoutTrailing(line: string): string {
  let end = line.length;
  while (end > 0 && BLANKS.includes(line[end - 1]!)) end--;
  return line.slice(0, end);
}

/** For each line, the longest of those around it up to the next empty one. */
function widthsOf(lines: readonly Line[]): number[] {
  const widths = lines.map(() => 0);
  let from = 0;
  for (let at = 0; at <= lines.length; at++) {
    if (at < lines.length && lines[at]!.text.trim()) continue;
    const run = lines.slice(from, at).map(({ written }) => withoutTrailing(written).length);
    widths.fill(
      run.reduce((most, one) => Math.max(most, one), 0),
      from,
      at,
    );
    from = at + 1;
  }
  return widths;
}

function linesOf(text: string, source: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const [number, line] of text.split('\n').entries()) {
    const written = source.slice(at, at + line.length);
    lines.push(...cellsOf({ number, start: at, text: line.replace(/\r/g, ' '), written }));
    at += line.length + 1;
  }
  return lines;
}

/**
 * Paragraphs, list items, cells and headings; lines broken at a fixed width are joined (a newline becomes a blank).
 * @param text the source with blanks in place of its markup
 * @param furniture lines that are no text of the article
 */
export function findBlocks(
  text: string,
  source: string,
  furniture: ReadonlySet<number>,
): { clean: string; blocks: Block[] } {
  const lines = linesOf(text, source);
  const widths = widthsOf(lines);
  const groups: { start: number; end: number; listed: boolean; furniture: boolean }[] = [];
  for (const [at, line] of lines.entries()) {
    if (!line.text.trim()) continue;
    const listed = MARKER.test(line.text);
    const before = lines[at - 1];
    const last = groups.at(-1);
    const aside = furniture.has(line.number);
    const joins =
      before?.text.trim() &&
      !listed &&
      aside === last?.furniture &&
      goesOn(withoutTrailing(before.written), line.written, widths[at]!);
    const end = line.start + line.text.length;
    if (last && joins) last.end = end;
    else groups.push({ start: line.start, end, listed, furniture: aside });
  }
  const clean = text.replace(/[\r\n\t]/g, ' ');
  const first = groups.findIndex((group) => !group.furniture);
  const blocks = groups.map(({ start, end, listed, furniture: aside }, index) => {
    const body = clean.slice(start, end);
    const marker = MARKER.exec(body)?.[0].length ?? 0;
    const lead = marker + body.slice(marker).search(/\S|$/);
    return {
      start: start + lead,
      end: start + body.trimEnd().length,
      kind: aside ? ('furniture' as const) : kindOf(body.slice(marker), index === first, listed),
    };
  });
  const filled: Block[] = blocks.filter((block) => block.end > block.start);
  const listed = listedBlocks(clean, filled);
  return {
    clean,
    blocks: filled.map((block, at) => (listed.has(at) ? { ...block, kind: 'furniture' } : block)),
  };
}
