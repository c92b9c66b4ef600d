import { type KeyboardEvent, useMemo, useRef } from 'react';
import { shapeOf } from '../../pages/view/Icon.tsx';
import { KINDS } from '../../pages/words.ts';
import type { Drawn, Line, Size } from './drawn.ts';
import { FOCUS_SIZE, pillOf, trimmed } from './focus.ts';
import { NAME_SIZE, placeLabels, type Stretch, WORDS_SIZE } from './labels.ts';
import { useZoom } from './use-zoom.ts';

export interface GraphProps {
  readonly nodes: readonly Drawn[];
  readonly lines: readonly Line[];
  readonly focus: string;
  readonly size: Size;
  readonly selected: string | null;
  /** Entities that the chosen years leave out. */
  readonly faint: ReadonlySet<string>;
  readonly onSelect: (line: string) => void;
  readonly onOpen: (entity: string) => void;
}

const onEnter = (act: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  act();
};

/** Entities and what ties them, as SVG: every shape can be focused, themed and taken along. */
export function Graph(props: GraphProps) {
  const { nodes, lines, focus, size, selected, faint, onSelect, onOpen } = props;
  const svg = useRef<SVGSVGElement>(null);
  const view = useZoom(svg, nodes, size);
  const scale = Math.round(view.k * 20) / 20 || 0.05;
  const middle = nodes.find(({ id }) => id === focus);
  const pill = useMemo(() => (middle ? pillOf(middle, scale) : null), [middle, scale]);
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
  /** Clicking an entity beside the focus shows what ties them; others are opened. */
  const act = (id: string) => {
    const line = lines.find(
      ({ source, target }) =>
        (source === focus && target === id) || (target === focus && source === id),
    );
    if (line) onSelect(line.id);
    else onOpen(id);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset
    <svg
      ref={svg}
      className="graph"
      width={size.width}
      height={size.height}
      role="group"
      aria-label={`Picture of ${nodes.length} entities and ${stretches.length} relationships; the same are listed below it.`}
    >
      <g transform={view.toString()}>
        {stretches.map(({ line, near, x1, y1, x2, y2 }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the entity at its end does the same by keyboard
          <line
            key={line.id}
            className={`line${near ? ' near' : ''}${line.id === selected ? ' selected' : ''}${faint.has(line.source) || faint.has(line.target) ? ' faint' : ''}`}
            data-line={line.id}
            {...{ x1, y1, x2, y2 }}
            strokeWidth={(line.id === selected ? 2.4 : near ? 1.4 : 1) / scale}
            strokeDasharray={line.unsure ? `${4 / scale}` : undefined}
            onClick={() => onSelect(line.id)}
          />
        ))}
        {[...labels.words].map(([id, { x, y, width, height, text }]) => (
          // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
          <g key={id} className="words" aria-hidden="true" data-words={id}>
            <rect
              x={x - width / 2}
              y={y - height / 2}
              width={width}
              height={height}
              rx={3 / scale}
            />
            <text x={x} y={y + 3.6 / scale} textAnchor="middle" fontSize={WORDS_SIZE / scale}>
              {text}
            </text>
          </g>
        ))}
        {nodes.map((node) => (
          // biome-ignore lint/a11y/useSemanticElements: SVG has no button
          <g
            key={node.id}
            className={`node${faint.has(node.id) ? ' faint' : ''}`}
            data-id={node.id}
            transform={`translate(${node.x},${node.y})`}
            tabIndex={node.ring === 2 ? -1 : 0}
            role="button"
            aria-label={`${node.name}, ${KINDS[node.kind].one}`}
            onClick={() => act(node.id)}
            onDoubleClick={() => onOpen(node.id)}
            onKeyDown={onEnter(() => act(node.id))}
          >
            <title>{node.name}</title>
            {node.id === focus && pill ? (
              <g className="pill" transform={`translate(${-node.x},${-node.y})`}>
                <rect
                  x={pill.box[0]}
                  y={pill.box[1]}
                  width={pill.box[2] - pill.box[0]}
                  height={pill.box[3] - pill.box[1]}
                  rx={10 / scale}
                  strokeWidth={1.5 / scale}
                />
                <path
                  className={KINDS[node.kind].family}
                  d={shapeOf(node.kind, 7 / scale)}
                  transform={`translate(${pill.box[0] + 16 / scale},${node.y})`}
                />
                <text fontSize={FOCUS_SIZE / scale} fontWeight="650">
                  {pill.lines.map((text, i) => (
                    <tspan
                      key={text}
                      x={pill.box[0] + 30 / scale}
                      y={pill.box[1] + (7 + FOCUS_SIZE * (1 + i * 1.25)) / scale}
                    >
                      {text}
                    </tspan>
                  ))}
                </text>
              </g>
            ) : (
              <>
                <circle className="halo" r={node.r + 4} />
                <path className={KINDS[node.kind].family} d={shapeOf(node.kind, node.r)} />
              </>
            )}
          </g>
        ))}
        {[...labels.names].map(([id, { x, y, anchor, lines: texts, lineHeight }]) => (
          // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
          <text
            key={id}
            className={`name${faint.has(id) ? ' faint' : ''}${nodes.find((node) => node.id === id)?.ring === 1 ? ' near' : ''}`}
            data-name={id}
            aria-hidden="true"
            textAnchor={anchor}
            fontSize={NAME_SIZE / scale}
            strokeWidth={3.5 / scale}
          >
            {texts.map((text, i) => (
              <tspan key={text} x={x} y={y + i * lineHeight}>
                {text}
              </tspan>
            ))}
          </text>
        ))}
      </g>
    </svg>
  );
}
