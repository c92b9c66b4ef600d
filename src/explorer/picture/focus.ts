import type { Box, Drawn, Segment } from './drawn.ts';
import { linesOf, widthOf } from './measure.ts';

export const FOCUS_SIZE = 13;

export interface PillShape {
  readonly box: Box;
  readonly lines: readonly string[];
}

/** The focus as a pill that contains its name, so that no line crosses the name. */
export function pillOf({ name, x, y }: Drawn, scale: number): PillShape {
  const lines = linesOf(name);
  const width = (Math.max(...lines.map((text) => widthOf(text, FOCUS_SIZE, 650))) + 42) / scale;
  const height = (lines.length * FOCUS_SIZE * 1.25 + 14) / scale;
  return { lines, box: [x - width / 2, y - height / 2, x + width / 2, y + height / 2] };
}

/** A line cut at the border of the box in whose centre it begins or ends. */
export function trimmed(from: Drawn, to: Drawn, focus: string, box: Box): Segment {
  const end = (node: Drawn, other: Drawn) => {
    if (node.id !== focus) return [node.x, node.y] as const;
    const [dx, dy] = [other.x - node.x, other.y - node.y];
    const share = Math.min(
      (box[2] - box[0]) / 2 / Math.abs(dx || 1e-9),
      (box[3] - box[1]) / 2 / Math.abs(dy || 1e-9),
      1,
    );
    return [node.x + dx * share, node.y + dy * share] as const;
  };
  const [x1, y1] = end(from, to);
  const [x2, y2] = end(to, from);
  return { x1, y1, x2, y2 };
}
