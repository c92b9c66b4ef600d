const FAMILY = 'Inter, system-ui, sans-serif';
let pen: CanvasRenderingContext2D | null | undefined;

/** Width of a drawn text, in pixels. */
export function widthOf(text: string, size: number, weight = 400): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return text.length * size * 0.6;
  pen.font = `${weight} ${size}px ${FAMILY}`;
  return pen.measureText(text).width;
}

const ONE_LINE = 22;
const TWO_LINES = 46;

/** Splits a long name into two lines at the space nearest its middle, and cuts a very long one. */
export function linesOf(name: string): string[] {
  const text = name.length > TWO_LINES ? `${name.slice(0, TWO_LINES - 1).trimEnd()}…` : name;
  if (text.length <= ONE_LINE) return [text];
  const middle = text.length / 2;
  const blanks = [...text.matchAll(/ /g)].map(({ index }) => index);
  const [best] = blanks.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return best === undefined ? [text] : [text.slice(0, best), text.slice(best + 1)];
}

/** Characters of names that are shortened to fit on one line. */
const SHORTER = [20, 13];

/** Forms of a name, the best first. */
export const formsOf = (name: string): (readonly string[])[] => [
  linesOf(name),
  ...SHORTER.filter((length) => name.length > length).map((length) => [
    `${name.slice(0, length - 1).trimEnd()}…`,
  ]),
];

/** A name on at most two lines, each cut to the available width. */
export function cutLines(name: string, room: number): string[] {
  return linesOf(name).map((text) => {
    let kept = text;
    while (kept.length > 1 && widthOf(kept, 12, 550) > room) kept = kept.slice(0, -1);
    return kept === text ? text : `${kept.slice(0, -1).trimEnd()}…`;
  });
}
