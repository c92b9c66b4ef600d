import { entityAddress } from '../../pages/address.ts';
import { shapeOf } from '../../pages/view/Icon.tsx';
import { KINDS } from '../../pages/words.ts';
import type { Drawn, Line } from '../picture/drawn.ts';
import { NAME_SIZE, WORDS_SIZE } from '../picture/labels.ts';
import { cutLines, widthOf } from '../picture/measure.ts';

const LINE_HEIGHT = 15;

/** A step, with its words where they fit; the list has them in any case. */
function Step({ from, to, line }: { from: Drawn; to: Drawn; line: Line }) {
  const [x, y] = [(from.x + to.x) / 2, from.y];
  const width = widthOf(line.words, WORDS_SIZE) + 8;
  return (
    <g>
      <line
        className="line near"
        data-line={line.id}
        x1={from.x}
        y1={from.y}
        x2={to.x}
        y2={to.y}
        strokeWidth={1.6}
        strokeDasharray={line.unsure ? '4' : undefined}
      />
      {width <= to.x - from.x - 2 * from.r - 12 && (
        <g className="words" data-words={line.id}>
          <rect x={x - width / 2} y={y - 8} width={width} height={16} rx={3} />
          <text x={x} y={y + 3.6} textAnchor="middle" fontSize={WORDS_SIZE}>
            {line.words}
          </text>
        </g>
      )}
    </g>
  );
}

/** An entity with its name above or below, on at most two lines. */
function Stop({ node, below, room }: { node: Drawn; below: boolean; room: number }) {
  const lines = cutLines(node.name, room);
  const top = below ? node.y + node.r + 16 : node.y - node.r - 8 - (lines.length - 1) * LINE_HEIGHT;
  return (
    <a href={entityAddress(node.id)} className="node" data-id={node.id}>
      <title>{node.name}</title>
      <path
        className={KINDS[node.kind].family}
        d={shapeOf(node.kind, node.r)}
        transform={`translate(${node.x},${node.y})`}
      />
      <text className="name near" data-name={node.id} textAnchor="middle" fontSize={NAME_SIZE}>
        {lines.map((text, i) => (
          <tspan key={text} x={node.x} y={top + i * LINE_HEIGHT}>
            {text}
          </tspan>
        ))}
      </text>
    </a>
  );
}

/** One path; names alternate above and below, so that each has the width of two steps. */
export const Row = ({
  drawn,
  lines,
  step,
}: {
  drawn: readonly Drawn[];
  lines: readonly Line[];
  step: number;
}) => (
  <g>
    {lines.map((line, i) => {
      const [from, to] = [drawn[i], drawn[i + 1]];
      return from && to && <Step key={line.id} from={from} to={to} line={line} />;
    })}
    {drawn.map((node, i) => (
      <Stop key={node.id} node={node} below={i % 2 === 0} room={step * 1.7 - 16} />
    ))}
  </g>
);
