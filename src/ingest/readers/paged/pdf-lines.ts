import { squash } from '../../text/text.ts';

/** A piece of text on a page, in points; y grows upwards. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Joins pieces in reading order to lines: a line ends where the next piece has another height. */
export function linesOfPage(pieces: readonly Piece[]): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const piece of pieces) {
    if (piece.text.trim() === '' && !lines.length) continue;
    const last = lines.at(-1);
    const size = piece.size || last?.size || 1;
    const gap = last ? piece.x - last.right : 0;
    const same =
      last &&
      Math.abs(piece.y - last.y) < 0.5 * Math.max(size, last.size) &&
      gap > -size &&
      gap < 4 * size;
    if (!same) {
      if (piece.text.trim() !== '')
        lines.push({
          text: piece.text,
          x: piece.x,
          right: piece.x + piece.width,
          y: piece.y,
          size,
        });
      continue;
    }
    const blank = gap > 0.15 * size && !/\s$/.test(last.text) && !/^\s/.test(piece.text);
    lines[lines.length - 1] = {
      ...last,
      text: `${last.text}${blank ? ' ' : ''}${piece.text}`,
      right: Math.max(last.right, piece.x + piece.width),
      size: Math.max(last.size, piece.text.trim() === '' ? 0 : size),
    };
  }
  return lines
    .map((line) => ({ ...line, text: squash(line.text) }))
    .filter(({ text }) => text !== '');
}

/** Key of a line at the edge of a page, independent of page numbers. */
const edgeKey = ({ text }: PdfLine) => text.replace(/\d+/g, '#').toLowerCase();
const EDGE = 2;

/** Removes headers, footers and page numbers: lines at the edge of most pages. */
export function withoutEdges(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const edges = pages.map((lines) => {
    const down = [...lines].sort((a, b) => b.y - a.y);
    return new Set([...down.slice(0, EDGE), ...down.slice(-EDGE)]);
  });
  const count = new Map<string, number>();
  for (const edge of edges)
    for (const key of new Set([...edge].map(edgeKey))) count.set(key, (count.get(key) ?? 0) + 1);
  const often = (key: string) => (count.get(key) ?? 0) >= Math.max(2, pages.length / 2);
  return pages.map((lines, at) =>
    lines.filter((line) => {
      if (!edges[at]!.has(line)) return true;
      const isNumber = /^(?:page\s+)?[-–—\s]*\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?[-–—\s]*$/i.test(
        line.text,
      );
      return !isNumber && !(pages.length > 1 && often(edgeKey(line)));
    }),
  );
}

/** The usual distance between lines, as a multiple of their size. */
function usualLeading(lines: readonly PdfLine[]): number {
  const steps = lines
    .slice(1)
    .map((line, at) => (lines[at]!.y - line.y) / line.size)
    .filter((step) => step > 0.7 && step < 3)
    .sort((a, b) => a - b);
  // The lower quartile: on a page of short paragraphs, half the distances are between them.
  return steps[Math.floor(steps.length / 4)] ?? 1.3;
}

/** Whether a line begins a paragraph: by gap, size, indent, or a short line before. */
function begins(line: PdfLine, before: PdfLine, leading: number, right: number): boolean {
  const step = (before.y - line.y) / line.size;
  if (step < 0 || step > 1.35 * leading) return step > 0 || !continues(before.text, line.text);
  if (Math.abs(line.size - before.size) > 0.15 * before.size) return true;
  if (/^(?:[-•▪●*–]|\(?\d{1,2}[.)])\s/.test(line.text)) return true;
  const indented = line.x - before.x > 0.8 * line.size && line.x - before.x < 6 * line.size;
  const full = before.right > right - 8 * before.size;
  return /[.!?:”"]$/.test(before.text) && (indented || !full);
}

/** Whether a sentence continues across a column or a page. */
export const continues = (before: string, next: string): boolean =>
  /^\p{Ll}/u.test(next) || /[\p{Ll},;-]$/u.test(before);

/** Joins two lines of a paragraph; a hyphenated word becomes one. */
export function joinLines(before: string, next: string): string {
  if (/\p{L}\u00ad$/u.test(before)) return before.slice(0, -1) + next;
  if (/\p{Ll}[-\u2010]$/u.test(before) && /^\p{Ll}/u.test(next)) return before.slice(0, -1) + next;
  return /[-\u2010–—/]$/.test(before) && /^\S/.test(next) && /\S[-\u2010/]$/.test(before)
    ? before + next
    : `${before} ${next}`;
}

/** The paragraphs of a page. */
export function paragraphsOfPage(lines: readonly PdfLine[]): string[] {
  const leading = usualLeading(lines);
  const right = Math.max(0, ...lines.map((line) => line.right));
  const paragraphs: string[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (before === undefined || begins(line, before, leading, right)) paragraphs.push(line.text);
    else paragraphs.push(joinLines(paragraphs.pop()!, line.text));
  }
  return paragraphs;
}
