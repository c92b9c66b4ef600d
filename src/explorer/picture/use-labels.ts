import { useMemo } from 'react';
import type { Drawn, Line } from './drawn.ts';
import { pillOf, trimmed } from './focus.ts';
import { placeLabels, type Stretch } from './labels.ts';

/** Positions of the lines and labels of a picture at a scale. */
export function useLabels(
  nodes: readonly Drawn[],
  lines: readonly Line[],
  focus: string,
  selected: string | null,
  scale: number,
) {
  const pill = useMemo(() => {
    const middle = nodes.find(({ id }) => id === focus);
    return middle ? pillOf(middle, scale) : null;
  }, [nodes, focus, scale]);
  const stretches = useMemo((): Stretch[] => {
    const at = new Map(nodes.map((node) => [node.id, node]));
    return lines.flatMap((line) => {
      const [from, to] = [at.get(line.source), at.get(line.target)];
      if (!from || !to || !pill) return [];
      const near = line.source === focus || line.target === focus;
      return [{ ...trimmed(from, to, focus, pill.box), line, near }];
    });
  }, [nodes, lines, focus, pill]);
  const labels = useMemo(
    () => placeLabels({ nodes, stretches, taken: pill ? [pill.box] : [], selected, scale }),
    [nodes, stretches, pill, selected, scale],
  );
  return { pill, stretches, labels };
}
