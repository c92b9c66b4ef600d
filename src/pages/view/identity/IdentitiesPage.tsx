import { entityAddress, identitiesAddress, pathAddress } from '../../address.ts';
import { nodesCypher } from '../../cypher.ts';
import type { CandidateData } from '../../operations/identity.ts';
import { count, KINDS, type Kind } from '../../words.ts';
import { KindLabel } from '../Icon.tsx';
import { Downloads } from '../parts/Downloads.tsx';
import { Chance, Reasons, signed } from './Reasons.tsx';

/** Kinds whose entities are compared. */
export const COMPARED = [
  'Person',
  'Organisation',
  'WeaponSystem',
] as const satisfies readonly Kind[];

export interface IdentitiesPageProps {
  readonly kind: Kind | null;
  /** The entity that all listed pairs contain. */
  readonly of: { readonly id: string; readonly name: string } | null;
  readonly pairs: readonly CandidateData[];
  readonly total: number;
  readonly after: string | null;
  readonly next: string | null;
  readonly problem: string | null;
}

function Side({ entity }: { entity: CandidateData['left'] }) {
  const { id, name, __typename, aliases, statementCount } = entity;
  return (
    <div>
      <KindLabel kind={__typename} />
      <h3>
        <a href={entityAddress(id)}>{name}</a>
      </h3>
      <p className="quiet">
        {count(statementCount, 'statement')}
        {aliases.length > 0 && ` · also ${aliases.slice(0, 3).join(' · ')}`}
        <code>{id}</code>
      </p>
    </div>
  );
}

function Pair({ pair: { pairId, left, right, score, paths, reasons } }: { pair: CandidateData }) {
  return (
    <article className="pair" aria-labelledby={pairId}>
      <h2 id={pairId} className="pair-name">
        {left.name} and {right.name}
      </h2>
      <div className="pair-sides">
        <Side entity={left} />
        <Side entity={right} />
      </div>
      <p>
        One and the same:{' '}
        <strong>
          <Chance score={score} />
        </strong>
        <span className="quiet">
          {' '}
          · the reasons below add up to {signed(score)} log odds ·{' '}
          {paths === 0
            ? 'no path would be new'
            : `${count(paths, 'path')} of two steps would be new`}{' '}
          · <a href={pathAddress({ a: left.id, b: right.id })}>how they are tied</a>
        </span>
      </p>
      <Reasons reasons={reasons} />
    </article>
  );
}

function Filters({ kind, of }: Pick<IdentitiesPageProps, 'kind' | 'of'>) {
  if (of)
    return (
      <p>
        Only pairs with <a href={entityAddress(of.id)}>{of.name}</a>.{' '}
        <a href={identitiesAddress()}>All pairs</a>
      </p>
    );
  return (
    <nav className="facets" aria-label="Kinds">
      <a href={identitiesAddress()} aria-current={kind === null ? 'page' : undefined}>
        All
      </a>
      {COMPARED.map((name) => (
        <a
          key={name}
          href={identitiesAddress({ kind: name })}
          aria-current={kind === name ? 'page' : undefined}
        >
          {KINDS[name].many}
        </a>
      ))}
    </nav>
  );
}

/** Pairs that were kept apart but may be one, with the reasons on both sides. */
export function IdentitiesPage(props: IdentitiesPageProps) {
  const { kind, of, pairs, total, after, next, problem } = props;
  const asked = { kind, of: of?.id };
  return (
    <>
      <h1>Which of these are one and the same?</h1>
      <p className="lead">
        Names that are alike, and were left apart because too little says that they are one. Those
        that would change the most come first. Alike is not the same: each stays a name of its own
        until somebody has judged it. Nothing can be changed here; whoever runs this server decides
        with <code>entente judge ID ID same</code> or <code>different</code>.
      </p>
      <Filters kind={kind} of={of} />
      {problem && <p role="alert">{problem}</p>}
      {pairs.length === 0 && !problem && (
        <p className="nothing">
          No pair is left to judge{of ? ` with ${of.name}` : ''}
          {kind && ` among ${KINDS[kind].many.toLowerCase()}`}.
        </p>
      )}
      {pairs.map((pair) => (
        <Pair key={pair.pairId} pair={pair} />
      ))}
      {pairs.length > 0 && (
        <>
          <p className="left-out">
            {pairs.length.toLocaleString('en')} of {count(total, 'pair')}
            {after ? ', after the ones before' : ''}.{' '}
            {next && (
              <a rel="next" href={identitiesAddress({ ...asked, after: next })}>
                Show {Math.min(pairs.length, total - pairs.length).toLocaleString('en')} more
              </a>
            )}
          </p>
          <Downloads
            of={(format) => identitiesAddress({ ...asked, format })}
            what={next || after ? 'all of them' : 'it'}
            formats={['csv', 'json']}
            cypher={nodesCypher(
              'Entity',
              pairs.flatMap(({ left, right }) => [left.id, right.id]),
            )}
          />
        </>
      )}
    </>
  );
}
