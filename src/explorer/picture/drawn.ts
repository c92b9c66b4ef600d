import type { Kind } from '../../pages/words.ts';

/** An entity at its place in a picture, whose centre is 0, 0. */
export interface Drawn {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  /** 0 for the focus or on the path, 1 for its neighbours, 2 beyond. */
  readonly ring: 0 | 1 | 2;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** A relationship of a picture. */
export interface Line {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly words: string;
  /** Whether its modality is other than asserted; such lines are dashed. */
  readonly unsure: boolean;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface LayoutInput {
  readonly nodes: readonly { readonly id: string; readonly name: string; readonly kind: Kind }[];
  readonly links: readonly { readonly source: string; readonly target: string }[];
  readonly focus: string;
  readonly size: Size;
}

/** Left, top, right, bottom. */
export type Box = readonly [number, number, number, number];

export const meet = (a: Box, b: Box): boolean =>
  a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

export interface Segment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Whether a line crosses a box (Liang and Barsky). */
export function crosses([left, top, right, bottom]: Box, { x1, y1, x2, y2 }: Segment): boolean {
  const dx = x2 - x1;
  const dy = y2 - y1;
  let enter = 0;
  let leave = 1;
  for (const [p, q] of [
    [-dx, x1 - left],
    [dx, right - x1],
    [-dy, y1 - top],
    [dy, bottom - y1],
  ] as const) {
    if (p === 0 && q < 0) return false;
    if (p < 0) enter = Math.max(enter, q / p);
    if (p > 0) leave = Math.min(leave, q / p);
  }
  return enter <= leave;
}
