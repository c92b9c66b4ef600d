import type { Block, BlockKind } from '../extract/terms.ts';

const FURNITURE =
  /^(also read|read (also|more|next)|recommended|related( articles| stories)?|previous article|next article|leave a (comment|reply)|share (this|on)|follow us|subscribe|sign up|advertisement|exit mobile|tags?\s*:|filed under|click here|\(?reporting by|all rights reserved|copyright|©|your email address|save my name|home\s*[>»|]|comments?\b.{0,10}$|by [A-Z][a-z]+ [A-Z][a-z]+,?\s*$|(january|february|march|april|may|june|july|august|september|october|november|december) \d+, \d{4}.{0,20}$|updated\b.{0,60}$|published\b.{0,60}$|\d+ (hours?|minutes?|days?) ago|english \(|source\s*:|disclaimer)/i;
const CAPTION =
  /^(image|photo|picture|file photo|representative|illustration)\b.{0,200}$|(courtesy|photo by|image credit|photo credit|getty images|\bAP Photo)/i;
const MARKER = /^\s*(?:[-*•–+]|\d{1,2}\\?[.)]|\([a-z0-9]{1,2}\))\s+/;

const blank = (text: string) => text.replace(/[^\n]/g, ' ');

/** Markup becomes blanks of equal length, so that every offset stays. */
export function blankMarkup(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/!\[([^\]\n]*)\]\([^)\n]*\)/g, blank)
    .replace(
      /\[([^\]]{1,300})\]\(([^)\s]*)(?:\s+"[^"]*")?\)/g,
      (all, label) => ` ${label}${blank(all.slice(label.length + 1))}`,
    )
    .replace(/<\/?[a-zA-Z][^<>]{0,400}>/g, blank)
    .replace(/https?:\/\/\S+/g, blank)
    .replace(/\*{1,3}|_{2,3}|~~|(?<![\w])_(?=\w)|(?<=\w)_(?![\w])/g, blank)
    .replace(/^#{1,6}(?= )/gm, blank)
    .replace(/\\(?=[.\-$()[\]*_])/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\u00a0\t\u200b\u2009\u202f\ufeff]/g, ' ');
}

function kindOf(text: string, first: boolean, listed: boolean): BlockKind {
  const line = text.replace(/\s+/g, ' ').trim();
  if (FURNITURE.test(line) && line.length < 400) return 'furniture';
  if (line.split(',').length >= 9 && !/[.;]( |$)/.test(line)) return 'furniture';
  if (CAPTION.test(line) && line.length < 300) return 'caption';
  if (listed) return 'list';
  if (line.length < 160 && !/[.!?:;”"]$/.test(line)) return first ? 'title' : 'heading';
  return line.length < 90 && line.endsWith(':') ? 'heading' : 'body';
}

/** Paragraphs, list items and headings; lines broken at a fixed width are joined (a newline becomes a blank). */
export function findBlocks(text: string): { clean: string; blocks: Block[] } {
  const lines: { start: number; text: string }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    lines.push({ start: at, text: line.replace(/\r/g, ' ') });
    at += line.length + 1;
  }
  const groups: { start: number; end: number; listed: boolean }[] = [];
  let before: string | null = null;
  for (const line of lines) {
    const empty = !line.text.trim();
    const listed = MARKER.test(line.text);
    const wrapped = before !== null && before.length >= 45 && before.length <= 100;
    const last = groups.at(-1);
    if (!empty) {
      if (last && wrapped && !listed) last.end = line.start + line.text.length;
      else groups.push({ start: line.start, end: line.start + line.text.length, listed });
    }
    before = empty ? null : line.text.trimEnd();
  }
  const clean = text.replace(/[\r\n]/g, ' ');
  const blocks = groups.map(({ start, end, listed }, index) => {
    const body = clean.slice(start, end);
    const marker = MARKER.exec(body)?.[0].length ?? 0;
    const lead = marker + body.slice(marker).search(/\S|$/);
    return {
      start: start + lead,
      end: start + body.trimEnd().length,
      kind: kindOf(body.slice(marker), index === 0, listed),
    };
  });
  return { clean, blocks: blocks.filter((block) => block.end > block.start) };
}
