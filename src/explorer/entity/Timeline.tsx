import { type PointerEvent, useRef, useState } from 'react';
import { position, type Span } from '../../pages/when.ts';
import { KINDS, type Kind } from '../../pages/words.ts';

export interface Bar {
  readonly id: string;
  readonly name: string;
  readonly words: string;
  readonly kind: Kind;
  readonly span: Span;
}

export interface Years {
  readonly from: number | null;
  readonly to: number | null;
}

const ROW = 17;
const ROWS_MAX = 40;

interface Scale {
  readonly first: number;
  readonly last: number;
}

const share = (year: number, { first, last }: Scale): number =>
  Math.min(100, Math.max(0, ((year - first) / (last - first)) * 100));

function YearInputs({
  years,
  scale,
  onYears,
}: {
  years: Years;
  scale: Scale;
  onYears: (years: Years) => void;
}) {
  const input = (label: string, name: 'from' | 'to') => (
    <label>
      {label}{' '}
      <input
        type="number"
        min={scale.first}
        max={scale.last}
        value={years[name] ?? ''}
        placeholder={String(name === 'from' ? scale.first : scale.last - 1)}
        onChange={({ target }) =>
          onYears({ ...years, [name]: target.value === '' ? null : Number(target.value) })
        }
      />
    </label>
  );
  return (
    <span className="years">
      {input('From year', 'from')} {input('to year', 'to')}
    </span>
  );
}

/** Relationships that have a date, as bars over the years; dragging across them chooses years. */
export function Timeline({
  bars,
  years,
  selected,
  onYears,
  onSelect,
}: {
  bars: readonly Bar[];
  years: Years;
  selected: string | null;
  onYears: (years: Years) => void;
  onSelect: (id: string) => void;
}) {
  const field = useRef<HTMLDivElement>(null);
  const [start, setStart] = useState<number | null>(null);
  if (bars.length === 0) return <p className="quiet">None of these relationships has a date.</p>;
  const shown = bars.slice(0, ROWS_MAX);
  const positions = bars.flatMap(({ span }) => [
    position(span.from),
    position(span.to ?? span.from, true),
  ]);
  const scale = {
    first: Math.floor(Math.min(...positions)),
    last: Math.ceil(Math.max(...positions)) + 1,
  };
  const step = Math.max(1, Math.ceil((scale.last - scale.first) / 10));
  const marks = Array.from({ length: scale.last - scale.first }, (_, i) => scale.first + i).filter(
    (year) => year % step === 0,
  );
  const yearAt = ({ clientX }: PointerEvent) => {
    const { left, width } = field.current!.getBoundingClientRect();
    return Math.floor(scale.first + ((clientX - left) / width) * (scale.last - scale.first));
  };
  return (
    <>
      <div className="time-head">
        <h2>Timeline</h2>
        <YearInputs years={years} scale={scale} onYears={onYears} />
        {(years.from !== null || years.to !== null) && (
          <button type="button" onClick={() => onYears({ from: null, to: null })}>
            All years
          </button>
        )}
      </div>
      <div
        ref={field}
        className="bars"
        onPointerDown={(event) => setStart(yearAt(event))}
        onPointerUp={(event) => {
          const end = yearAt(event);
          if (start !== null && start !== end)
            onYears({ from: Math.min(start, end), to: Math.max(start, end) });
          setStart(null);
        }}
      >
        <svg className="marks" width="100%" height={shown.length * ROW + 4} aria-hidden="true">
          {marks.map((year) => (
            <line
              key={year}
              x1={`${share(year, scale)}%`}
              x2={`${share(year, scale)}%`}
              y1="0"
              y2="100%"
            />
          ))}
          {(years.from !== null || years.to !== null) && (
            <rect
              x={`${share(years.from ?? scale.first, scale)}%`}
              width={`${share((years.to ?? scale.last) + 1, scale) - share(years.from ?? scale.first, scale)}%`}
              height="100%"
            />
          )}
        </svg>
        {shown.map(({ id, name, words, kind, span }, i) => {
          const left = share(position(span.from), scale);
          const right = span.to === null ? 100 : share(position(span.to, true), scale);
          return (
            <button
              key={id}
              type="button"
              className={`bar ${KINDS[kind].family}${span.to === null ? ' open' : ''}${id === selected ? ' on' : ''}`}
              style={{ top: i * ROW, left: `${left}%`, width: `${Math.max(0.8, right - left)}%` }}
              aria-label={`${words} ${name}, ${span.from} to ${span.to ?? 'now'}`}
              onClick={() => onSelect(id)}
            >
              <span className={left > 30 ? 'before' : 'after'}>{name}</span>
            </button>
          );
        })}
      </div>
      <svg className="year-names" width="100%" height="16" aria-hidden="true">
        {marks.map((year) => (
          <text key={year} x={`${share(year, scale)}%`} y="12" textAnchor="middle">
            {year}
          </text>
        ))}
      </svg>
      {bars.length > shown.length && (
        <p className="quiet">{bars.length - shown.length} older ones are not drawn.</p>
      )}
    </>
  );
}
