import { useRef } from 'react';
import { entityAddress } from '../../pages/address.ts';
import { textOf } from '../../pages/operations/graphql.ts';
import { Paths } from '../../pages/operations/path.ts';
import { shapeOf } from '../../pages/view/Icon.tsx';
import { KINDS } from '../../pages/words.ts';
import { Actions } from '../export/Actions.tsx';
import { pathCypher } from '../export/cypher.ts';
import { Legend } from '../picture/Legend.tsx';
import { useSize } from '../picture/use-size.ts';
import { type Chain, rowsOf } from './chains.ts';
import { linesOf, NAME_SIZE, WORDS_SIZE, widthOf } from './text.ts';

/** A step's words where they fit between its ends; they stand in the list in any case. */
function Words({ x, y, words, room }: { x: number; y: number; words: string; room: number }) {
  const width = widthOf(words, WORDS_SIZE) + 8;
  if (width > room) return null;
  return (
    <g className="words">
      <rect x={x - width / 2} y={y - 8} width={width} height={16} rx={3} />
      <text x={x} y={y + 3.6} textAnchor="middle" fontSize={WORDS_SIZE}>
        {words}
      </text>
    </g>
  );
}

/** The paths as rows, names above and below by turns so that neighbours have room. */
export function PathPicture({
  chains,
  title,
  variables,
}: {
  chains: readonly Chain[];
  title: string;
  variables: object;
}) {
  const stage = useRef<HTMLElement>(null);
  const size = useSize(stage);
  const kinds = new Set(chains.flatMap(({ nodes }) => nodes.map(({ kind }) => kind)));
  const edges = chains.flatMap(({ steps }) => steps.map(({ id }) => id));
  const picture = rowsOf(chains, size?.width ?? 0);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="stage rows" ref={stage} aria-label="Picture of the paths" tabIndex={0}>
        {size && (
          <svg
            className="graph"
            width={picture.width}
            height={picture.height}
            aria-label={`${chains.length} paths, each on a row; their steps are listed beside.`}
          >
            {picture.rows.map(({ drawn, lines }, row) => (
              <g key={chains[row]?.steps.map(({ id }) => id).join()} data-row={row}>
                {lines.map((line, i) => {
                  const [from, to] = [drawn[i], drawn[i + 1]];
                  if (!from || !to) return null;
                  return (
                    <g key={line.id}>
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
                      <Words
                        x={(from.x + to.x) / 2}
                        y={from.y}
                        words={line.words}
                        room={picture.step - 2 * from.r - 12}
                      />
                    </g>
                  );
                })}
                {drawn.map((node, i) => {
                  const lines = linesOf(node.name, picture.step * 1.7 - 16);
                  const below = i % 2 === 0;
                  const top = below
                    ? node.y + node.r + 16
                    : node.y - node.r - 8 - (lines.length - 1) * 15;
                  return (
                    <a
                      key={node.id}
                      href={entityAddress(node.id)}
                      className="node"
                      data-id={node.id}
                    >
                      <title>{node.name}</title>
                      <path
                        className={KINDS[node.kind].family}
                        d={shapeOf(node.kind, node.r)}
                        transform={`translate(${node.x},${node.y})`}
                      />
                      <text
                        className="name near"
                        data-name={node.id}
                        textAnchor="middle"
                        fontSize={NAME_SIZE}
                      >
                        {lines.map((text, j) => (
                          <tspan key={text} x={node.x} y={top + j * 15}>
                            {text}
                          </tspan>
                        ))}
                      </text>
                    </a>
                  );
                })}
              </g>
            ))}
          </svg>
        )}
      </section>
      <div className="below">
        <Legend kinds={kinds} />
        <Actions
          title={title}
          kinds={kinds}
          picture={stage}
          query={textOf(Paths)}
          variables={variables}
          cypher={pathCypher(edges)}
        />
      </div>
    </>
  );
}
