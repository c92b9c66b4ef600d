import { position } from '../../pages/when.ts';
import { KINDS } from '../../pages/words.ts';
import { type Bar, marksOf, type Scale, share, type Years } from './years.ts';

const ROW = 17;

/** Draws the lines of years and the chosen years behind the bars. */
export function Marks({ scale, years, rows }: { scale: Scale; years: Years; rows: number }) {
  const chosen = years.from !== null || years.to !== null;
  const from = share(years.from ?? scale.first, scale);
  const to = share((years.to ?? scale.last) + 1, scale);
  return (
    <svg className="marks" width="100%" height={rows * ROW + 4} aria-hidden="true">
      {marksOf(scale).map((year) => (
        <line
          key={year}
          x1={`${share(year, scale)}%`}
          x2={`${share(year, scale)}%`}
          y1="0"
          y2="100%"
        />
      ))}
      {chosen && <rect x={`${from}%`} width={`${Math.max(0, to - from)}%`} height="100%" />}
    </svg>
  );
}

export const YearNames = ({ scale }: { scale: Scale }) => (
  <svg className="year-names" width="100%" height="16" aria-hidden="true">
    {marksOf(scale).map((year) => (
      <text
        key={year}
        x={`${share(year, scale)}%`}
        y="12"
        textAnchor={year === scale.first ? 'start' : 'middle'}
      >
        {year}
      </text>
    ))}
  </svg>
);

/** One relationship over its years; an open end fades. */
export function BarButton({
  bar: { id, name, words, kind, span },
  row,
  scale,
  chosen,
  onSelect,
}: {
  bar: Bar;
  row: number;
  scale: Scale;
  chosen: boolean;
  onSelect: (id: string) => void;
}) {
  const left = share(position(span.from), scale);
  const right = span.to === null ? 100 : share(position(span.to, true), scale);
  return (
    <button
      type="button"
      className={`bar ${KINDS[kind].family}${span.to === null ? ' open' : ''}${chosen ? ' on' : ''}`}
      style={{ top: row * ROW, left: `${left}%`, width: `${Math.max(0.8, right - left)}%` }}
      aria-label={`${words} ${name}, ${span.from} to ${span.to ?? 'now'}`}
      onClick={() => onSelect(id)}
    >
      <span className={left > 30 ? 'before' : 'after'}>{name}</span>
    </button>
  );
}
