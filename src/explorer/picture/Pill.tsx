import { shapeOf } from '../../pages/view/Icon.tsx';
import { KINDS } from '../../pages/words.ts';
import type { Drawn } from './drawn.ts';
import { FOCUS_SIZE, type PillShape } from './focus.ts';

/** The focus with its name inside. */
export function Pill({ node, pill, scale }: { node: Drawn; pill: PillShape; scale: number }) {
  const [left, top, right, bottom] = pill.box;
  return (
    <g className="pill" transform={`translate(${-node.x},${-node.y})`}>
      <rect
        x={left}
        y={top}
        width={right - left}
        height={bottom - top}
        rx={10 / scale}
        strokeWidth={1.5 / scale}
      />
      <path
        className={KINDS[node.kind].family}
        d={shapeOf(node.kind, 7 / scale)}
        transform={`translate(${left + 16 / scale},${node.y})`}
      />
      <text fontSize={FOCUS_SIZE / scale} fontWeight="650">
        {pill.lines.map((text, i) => (
          <tspan
            key={text}
            x={left + 30 / scale}
            y={top + (7 + FOCUS_SIZE * (1 + i * 1.25)) / scale}
          >
            {text}
          </tspan>
        ))}
      </text>
    </g>
  );
}
