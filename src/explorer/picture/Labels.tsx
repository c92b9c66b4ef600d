import { type Label, type LineLabel, NAME_SIZE, WORDS_SIZE } from './labels.ts';

/** The words of a line on a background. */
export const WordsLabel = ({
  id,
  label,
  scale,
}: {
  id: string;
  label: LineLabel;
  scale: number;
}) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
  <g className="words" aria-hidden="true" data-words={id}>
    <rect
      x={label.x - label.width / 2}
      y={label.y - label.height / 2}
      width={label.width}
      height={label.height}
      rx={3 / scale}
    />
    <text x={label.x} y={label.y + 3.6 / scale} textAnchor="middle" fontSize={WORDS_SIZE / scale}>
      {label.text}
    </text>
  </g>
);

export const NameLabel = ({
  id,
  label,
  scale,
  near,
  faint,
}: {
  id: string;
  label: Label;
  scale: number;
  near: boolean;
  faint: boolean;
}) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
  <text
    className={`name${near ? ' near' : ''}${faint ? ' faint' : ''}`}
    data-name={id}
    aria-hidden="true"
    textAnchor={label.anchor}
    fontSize={NAME_SIZE / scale}
    strokeWidth={3.5 / scale}
  >
    {label.lines.map((text, i) => (
      <tspan key={text} x={label.x} y={label.y + i * label.lineHeight}>
        {text}
      </tspan>
    ))}
  </text>
);
