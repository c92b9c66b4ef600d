import { type Box, crosses, type Drawn, type Line, meet, type Segment } from './drawn.ts';
import { formsOf, widthOf } from './measure.ts';

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly lines: readonly string[];
  readonly lineHeight: number;
  readonly box: Box;
}

export interface LineLabel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

/** A line with its end points, and whether it leads to the focus. */
export interface Stretch extends Segment {
  readonly line: Line;
  readonly near: boolean;
}

export const NAME_SIZE = 12;
export const WORDS_SIZE = 10.5;
const PAD = 3;

export interface Labelling {
  readonly nodes: readonly Drawn[];
  readonly stretches: readonly Stretch[];
  /** Occupied boxes: the pill of the focus. */
  readonly taken: readonly Box[];
  readonly selected: string | null;
  /** Pixels per unit of the picture; labels keep their size when it is zoomed. */
  readonly scale: number;
}

/** Places for a name around its node, with their costs. */
function places(node: Drawn, width: number, height: number, gap: number) {
  const left = node.x < 0;
  const diagonal = gap * 0.8;
  return [
    [gap, -height / 2, 'start', left ? 0.6 : 0],
    [-gap - width, -height / 2, 'end', left ? 0 : 0.6],
    [-width / 2, gap, 'middle', 0.4],
    [-width / 2, -gap - height, 'middle', 0.4],
    [diagonal, gap * 0.5, 'start', 0.8],
    [diagonal, -gap * 0.5 - height, 'start', 0.8],
    [-diagonal - width, gap * 0.5, 'end', 0.8],
    [-diagonal - width, -gap * 0.5 - height, 'end', 0.8],
  ] as const;
}

function labelOf(
  node: Drawn,
  lines: readonly string[],
  taken: readonly Box[],
  { stretches, scale }: Labelling,
  /** Lines to the focus that it may cover. */
  covered: number,
): Label | null {
  const lineHeight = (NAME_SIZE * 1.22) / scale;
  const width = Math.max(...lines.map((text) => widthOf(text, NAME_SIZE, 550))) / scale;
  const height = lineHeight * lines.length;
  let best: (Label & { readonly cost: number }) | null = null;
  for (const [dx, dy, anchor, base] of places(node, width, height, node.r + 5 / scale)) {
    const [x, y] = [node.x + dx, node.y + dy];
    const box: Box = [x - PAD / scale, y, x + width + PAD / scale, y + height];
    if (taken.some((other) => meet(box, other))) continue;
    const crossed = stretches.filter((stretch) => crosses(box, stretch));
    const near = crossed.filter((stretch) => stretch.near).length;
    if (near > covered) continue;
    const cost = base + 2 * crossed.length + 4 * near;
    if (best && best.cost <= cost) continue;
    const at = anchor === 'start' ? x : anchor === 'end' ? x + width : x + width / 2;
    best = { x: at, y: y + lineHeight * 0.8, anchor, lines, lineHeight, box, cost };
  }
  return best;
}

/** A name that covers more lines than this hides where they lead. */
const COVERED_MAX = 2;

/**
 * The label of a name, shortened if necessary. A name across a line to the focus would seem to belong to
 * the line, so it covers lines only if it fits nowhere else; null if it fits nowhere at all.
 */
function nameLabel(node: Drawn, taken: readonly Box[], labelling: Labelling): Label | null {
  for (let covered = 0; covered <= COVERED_MAX; covered++)
    for (const lines of formsOf(node.name)) {
      const label = labelOf(node, lines, taken, labelling, covered);
      if (label) return label;
    }
  return null;
}

const ALONG = [0.5, 0.44, 0.56, 0.38, 0.62, 0.68, 0.74, 0.8] as const;

function wordsLabel(
  stretch: Stretch,
  taken: readonly Box[],
  { stretches, scale }: Labelling,
  must: boolean,
): (LineLabel & { readonly box: Box }) | null {
  const { x1, y1, x2, y2, line } = stretch;
  const width = (widthOf(line.words, WORDS_SIZE) + 10) / scale;
  const height = (WORDS_SIZE * 1.5) / scale;
  for (const share of ALONG) {
    const [x, y] = [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
    const box: Box = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
    if (taken.some((other) => meet(box, other))) continue;
    const others = stretches.filter((one) => one !== stretch && one.near && crosses(box, one));
    if (others.length === 0 || must) return { x, y, width, height, text: line.words, box };
  }
  return null;
}

/**
 * Places names and words so that they overlap no node and no other label, and cover at most two lines
 * to the focus. Labels that fit nowhere are dropped and counted, since the list has them. The words of the
 * chosen line are placed first, other lines' words last.
 */
export function placeLabels(labelling: Labelling) {
  const { nodes, stretches, selected } = labelling;
  const taken: Box[] = [
    ...labelling.taken,
    ...nodes.map(({ x, y, r }): Box => [x - r - 1, y - r - 1, x + r + 1, y + r + 1]),
  ];
  const names = new Map<string, Label>();
  const words = new Map<string, LineLabel>();
  const addWords = (stretch: Stretch, must: boolean) => {
    const label = wordsLabel(stretch, taken, labelling, must);
    if (!label) return;
    taken.push(label.box);
    words.set(stretch.line.id, label);
  };
  const chosen = stretches.find(({ line }) => line.id === selected);
  if (chosen) addWords(chosen, true);
  for (const node of [...nodes].sort((a, b) => a.ring - b.ring)) {
    if (node.ring === 0) continue;
    const label = nameLabel(node, taken, labelling);
    if (!label) continue;
    taken.push(label.box);
    names.set(node.id, label);
  }
  for (const stretch of stretches) if (stretch.near && stretch !== chosen) addWords(stretch, false);
  return { names, words };
}
