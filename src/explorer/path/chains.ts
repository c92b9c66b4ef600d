import type { Kind } from '../../pages/words.ts';
import type { Drawn, Line } from '../picture/drawn.ts';

/** One path as listed by the server. */
export interface Chain {
  readonly nodes: readonly { readonly id: string; readonly name: string; readonly kind: Kind }[];
  readonly steps: readonly {
    readonly id: string;
    readonly words: string;
    readonly unsure: boolean;
  }[];
}

/** Reads the paths that the server wrote into the page. */
export function chainsOf(element: HTMLElement): Chain[] {
  return JSON.parse(element.dataset.chains ?? '[]') as Chain[];
}

const ROW = 118;
const STEP_MIN = 150;

/** Lays out each path as a row, with its steps from left to right. */
export function rowsOf(chains: readonly Chain[], width: number) {
  const longest = Math.max(...chains.map(({ nodes }) => nodes.length));
  const step = Math.max(STEP_MIN, Math.min(230, (width - 180) / Math.max(1, longest - 1)));
  return {
    width: Math.max(width, step * (longest - 1) + 180),
    height: ROW * chains.length + 20,
    rows: chains.map(({ nodes, steps }, row) => {
      const y = ROW * row + ROW / 2 + 10;
      const drawn = nodes.map(
        (node, i): Drawn => ({ ...node, ring: 0, r: 10, x: 90 + i * step, y }),
      );
      const lines = steps.map(
        ({ id, words, unsure }, i): Line => ({
          id,
          words,
          unsure,
          source: nodes[i]?.id ?? '',
          target: nodes[i + 1]?.id ?? '',
        }),
      );
      return { drawn, lines };
    }),
    step,
  };
}
