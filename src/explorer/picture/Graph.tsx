import { type KeyboardEvent, useRef } from 'react';
import { shapeOf } from '../../pages/view/Icon.tsx';
import { count, KINDS } from '../../pages/words.ts';
import type { Drawn, Line, Size } from './drawn.ts';
import type { PillShape } from './focus.ts';
import { NameLabel, WordsLabel } from './Labels.tsx';
import type { Stretch } from './labels.ts';
import { Pill } from './Pill.tsx';
import { useLabels } from './use-labels.ts';
import { useZoom } from './use-zoom.ts';

export interface GraphProps {
  readonly nodes: readonly Drawn[];
  readonly lines: readonly Line[];
  readonly focus: string;
  readonly size: Size;
  readonly selected: string | null;
  /** Entities outside the chosen years. */
  readonly faint: ReadonlySet<string>;
  readonly onSelect: (line: string) => void;
  readonly onOpen: (entity: string) => void;
}

const onEnter = (act: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  act();
};

function Drawing({
  stretch: { line, near, x1, y1, x2, y2 },
  selected,
  faint,
  scale,
  onSelect,
}: Pick<GraphProps, 'faint' | 'onSelect'> & {
  stretch: Stretch;
  selected: boolean;
  scale: number;
}) {
  const out = faint.has(line.source) || faint.has(line.target);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the entity at its end does the same by keyboard
    <line
      className={`line${near ? ' near' : ''}${selected ? ' selected' : ''}${out ? ' faint' : ''}`}
      data-line={line.id}
      {...{ x1, y1, x2, y2 }}
      strokeWidth={(selected ? 2.4 : near ? 1.4 : 1) / scale}
      strokeDasharray={line.unsure ? `${4 / scale}` : undefined}
      onClick={() => onSelect(line.id)}
    />
  );
}

function Entity({
  node,
  pill,
  scale,
  faint,
  onAct,
  onOpen,
}: {
  node: Drawn;
  /** Shape of the focus; null for other entities. */
  pill: PillShape | null;
  scale: number;
  faint: boolean;
  onAct: (id: string) => void;
  onOpen: (id: string) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button
    <g
      className={`node${faint ? ' faint' : ''}`}
      data-id={node.id}
      transform={`translate(${node.x},${node.y})`}
      tabIndex={node.ring === 2 ? -1 : 0}
      role="button"
      aria-label={`${node.name}, ${KINDS[node.kind].one}`}
      onClick={() => onAct(node.id)}
      onDoubleClick={() => onOpen(node.id)}
      onKeyDown={onEnter(() => onAct(node.id))}
    >
      <title>{node.name}</title>
      {pill ? (
        <Pill node={node} pill={pill} scale={scale} />
      ) : (
        <>
          <circle className="halo" r={node.r + 4} />
          <path className={KINDS[node.kind].family} d={shapeOf(node.kind, node.r)} />
        </>
      )}
    </g>
  );
}

/** The line between the focus and another entity. */
const lineTo = (lines: readonly Line[], focus: string, id: string): Line | undefined =>
  lines.find(
    ({ source, target }) =>
      (source === focus && target === id) || (target === focus && source === id),
  );

/** How many shapes have no label; the list below the picture names them. */
const Nameless = ({ many }: { many: number }) =>
  many > 0 && (
    <p className="nameless" data-nameless={many}>
      {count(many, 'name')} had no room: zoom in, point at the shape, or see the list below
    </p>
  );

/** Entities and relationships as SVG, so that shapes can be focused, themed and exported. */
export function Graph(props: GraphProps) {
  const { nodes, lines, focus, size, selected, faint, onSelect, onOpen } = props;
  const svg = useRef<SVGSVGElement>(null);
  const view = useZoom(svg, nodes, size);
  const scale = Math.round(view.k * 20) / 20 || 0.05;
  const { pill, stretches, labels } = useLabels(nodes, lines, focus, selected, scale);
  const rings = new Map(nodes.map(({ id, ring }) => [id, ring]));
  /** Clicking a neighbour of the focus shows its relationship; other entities are opened. */
  const act = (id: string) => {
    const line = lineTo(lines, focus, id);
    if (line) onSelect(line.id);
    else onOpen(id);
  };
  const shared = { faint, scale, onSelect };
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset */}
      <svg
        ref={svg}
        className="graph"
        width={size.width}
        height={size.height}
        role="group"
        aria-label={`Picture of ${nodes.length} entities and ${stretches.length} relationships; the same are listed below it.`}
      >
        <g transform={view.toString()}>
          {stretches.map((stretch) => (
            <Drawing
              key={stretch.line.id}
              stretch={stretch}
              selected={stretch.line.id === selected}
              {...shared}
            />
          ))}
          {[...labels.words].map(([id, label]) => (
            <WordsLabel key={id} id={id} label={label} scale={scale} />
          ))}
          {nodes.map((node) => (
            <Entity
              key={node.id}
              node={node}
              pill={node.id === focus ? pill : null}
              scale={scale}
              faint={faint.has(node.id)}
              onAct={act}
              onOpen={onOpen}
            />
          ))}
          {[...labels.names].map(([id, label]) => (
            <NameLabel
              key={id}
              id={id}
              label={label}
              scale={scale}
              near={rings.get(id) === 1}
              faint={faint.has(id)}
            />
          ))}
        </g>
      </svg>
      <Nameless many={nodes.filter(({ ring }) => ring > 0).length - labels.names.size} />
    </>
  );
}
