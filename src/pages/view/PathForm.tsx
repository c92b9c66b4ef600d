import { pathAddress } from '../address.ts';
import { count, isTieType, TIE_TYPES, type TieType, verbOut } from '../words.ts';
import type { MeantEnd } from './PathPage.tsx';

/** Parameters of a path search, as in the address. */
export interface PathQuestion {
  readonly [name: string]: string;
}

const RANKS = [
  ['LENGTH', 'shortest first'],
  ['WEAKEST_LINK', 'surest first'],
  ['SOURCES', 'best sourced first'],
  ['RECENCY', 'newest first'],
] as const;
export const isRank = (text: string): text is (typeof RANKS)[number][0] =>
  RANKS.some(([name]) => name === text);

/** The types that are followed; null for all. */
export const typesOf = ({ not = '' }: PathQuestion): TieType[] | null => {
  const left = new Set(not.split(',').filter(isTieType));
  return left.size === 0 ? null : TIE_TYPES.filter((type) => !left.has(type));
};

function Box({
  name,
  label,
  end,
  required = false,
}: {
  name: string;
  label: string;
  end?: MeantEnd | undefined;
  required?: boolean;
}) {
  return (
    <label>
      {label}
      <input
        name={name}
        type="search"
        required={required}
        maxLength={200}
        defaultValue={end?.entity?.name ?? end?.typed}
        data-id={end?.entity?.id}
        data-island="end"
        autoComplete="off"
      />
    </label>
  );
}

/** One box for each that was named, and one more to name another. */
function Boxes({ ends, ...box }: { name: string; label: string; ends: readonly MeantEnd[] }) {
  return [...ends, undefined].map((end) => <Box key={end?.typed ?? ''} end={end} {...box} />);
}

/** What of the options is set, in words: they are closed, so that the answer is seen without scrolling. */
function chosenOf({ question, through, avoid }: Omit<PathFormProps, 'from' | 'to'>): string[] {
  const { on, sure, rank, steps, k, not, hubs } = question;
  const named = (ends: readonly MeantEnd[]) =>
    ends.map(({ typed, entity }) => entity?.name ?? typed).join(' and ');
  return [
    through.length > 0 && `through ${named(through)}`,
    avoid.length > 0 && `avoiding ${named(avoid)}`,
    hubs && `through nobody with more than ${hubs} relationships`,
    on && `as it was in ${on}`,
    sure && `at least ${sure} sure`,
    steps && `${count(Number(steps), 'step')} at most`,
    k && `${count(Number(k), 'path')} at most`,
    rank && RANKS.find(([name]) => name === rank)?.[1],
    not && `not by “${not.split(',').filter(isTieType).map(verbOut).join('”, “')}”`,
  ].filter((words) => typeof words === 'string' && words !== '') as string[];
}

function Options({ question, through, avoid }: Omit<PathFormProps, 'from' | 'to'>) {
  const chosen = chosenOf({ question, through, avoid });
  return (
    <details className="options">
      <summary>
        Through, avoiding, on a date, how sure, in which order
        {chosen.length > 0 && <small className="chosen">Set: {chosen.join('; ')}</small>}
      </summary>
      <Box name="through" label="Through" end={through[0]} />
      <Box name="through" label="and then through" end={through[1]} />
      <Boxes name="avoid" label="Avoiding" ends={avoid} />
      <label>
        Avoiding whoever has more relationships than
        <input
          name="hubs"
          type="number"
          min="1"
          max="1000000"
          placeholder="any number"
          defaultValue={question.hubs}
        />
      </label>
      <label>
        As it was on <small>2025, 2025-10 or 2025-10-31</small>
        <input name="on" defaultValue={question.on} pattern="\d{4}(-\d{2}){0,2}" maxLength={10} />
      </label>
      <label>
        At least this sure <small>0 to 1</small>
        <input name="sure" type="number" min="0" max="1" step="0.05" defaultValue={question.sure} />
      </label>
      <label>
        Steps at most
        <input name="steps" type="number" min="1" max="6" defaultValue={question.steps ?? '4'} />
      </label>
      <label>
        Paths at most
        <input name="k" type="number" min="1" max="10" defaultValue={question.k ?? '3'} />
      </label>
      <label>
        In which order
        <select name="rank" defaultValue={question.rank ?? 'LENGTH'}>
          {RANKS.map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label>
        Not by
        <select name="not" defaultValue={question.not ?? ''}>
          <option value="">anything goes</option>
          {TIE_TYPES.map((type) => (
            <option key={type} value={type}>
              {verbOut(type)}
            </option>
          ))}
        </select>
      </label>
    </details>
  );
}

export interface PathFormProps {
  readonly question: PathQuestion;
  readonly from: MeantEnd;
  readonly to: MeantEnd;
  readonly through: readonly MeantEnd[];
  readonly avoid: readonly MeantEnd[];
}

export function PathForm({ question, from, to, ...by }: PathFormProps) {
  return (
    <form action="/path" className="path-form" data-island="path-form">
      <Box name="a" label="From" end={from} required />
      <Box name="b" label="To" end={to} required />
      <Options question={question} {...by} />
      <p className="row">
        <button type="submit">Show paths</button>
        {(from.typed || to.typed) && (
          <a href={pathAddress({ ...question, a: question.b, b: question.a })}>Swap them</a>
        )}
      </p>
    </form>
  );
}
