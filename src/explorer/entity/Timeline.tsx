import { type PointerEvent, useRef, useState } from 'react';
import { BarButton, Marks, YearNames } from './Bars.tsx';
import { type Bar, type Scale, scaleOf, type Years } from './years.ts';

const ROWS_MAX = 40;

interface Choosing {
  readonly years: Years;
  readonly onYears: (years: Years) => void;
}

function Head({ years, scale, onYears }: Choosing & { scale: Scale }) {
  const input = (label: string, name: 'from' | 'to', usual: number) => (
    <label>
      {label}{' '}
      <input
        type="number"
        min={scale.first}
        max={scale.last}
        value={years[name] ?? ''}
        placeholder={String(usual)}
        onChange={({ target: { value } }) =>
          onYears({ ...years, [name]: value === '' ? null : Number(value) })
        }
      />
    </label>
  );
  return (
    <div className="time-head">
      <h2>Timeline</h2>
      <span className="years">
        {input('From year', 'from', scale.first)} {input('to year', 'to', scale.last - 1)}
      </span>
      {(years.from !== null || years.to !== null) && (
        <button type="button" onClick={() => onYears({ from: null, to: null })}>
          All years
        </button>
      )}
    </div>
  );
}

/** Dated relationships as bars over the years; dragging chooses years. */
export function Timeline({
  bars,
  years,
  selected,
  onYears,
  onSelect,
}: Choosing & {
  bars: readonly Bar[];
  selected: string | null;
  onSelect: (id: string) => void;
}) {
  const field = useRef<HTMLDivElement>(null);
  const [start, setStart] = useState<number | null>(null);
  if (bars.length === 0) return <p className="quiet">None of these relationships has a date.</p>;
  const shown = bars.slice(0, ROWS_MAX);
  const scale = scaleOf(bars);
  const yearAt = ({ clientX }: PointerEvent) => {
    const { left, width } = field.current!.getBoundingClientRect();
    return Math.floor(scale.first + ((clientX - left) / width) * (scale.last - scale.first));
  };
  const onPointerUp = (event: PointerEvent) => {
    const end = yearAt(event);
    if (start !== null && start !== end)
      onYears({ from: Math.min(start, end), to: Math.max(start, end) });
    setStart(null);
  };
  return (
    <>
      <Head years={years} scale={scale} onYears={onYears} />
      <div
        ref={field}
        className="bars"
        onPointerDown={(event) => setStart(yearAt(event))}
        onPointerUp={onPointerUp}
      >
        <Marks scale={scale} years={years} rows={shown.length} />
        {shown.map((bar, row) => (
          <BarButton
            key={bar.id}
            bar={bar}
            row={row}
            scale={scale}
            chosen={bar.id === selected}
            onSelect={onSelect}
          />
        ))}
      </div>
      <YearNames scale={scale} />
      {bars.length > shown.length && (
        <p className="quiet">{bars.length - shown.length} older ones are not drawn.</p>
      )}
    </>
  );
}
