import type { ReactNode } from 'react';
import { documentAddress, entityAddress, pathAddress } from '../address.ts';
import type { Disagreement } from '../disagree.ts';
import type { Rung } from '../ladder.ts';
import type { EntityData } from '../operations/entity.ts';
import type { SentenceData } from '../operations/parts.ts';
import { count, type TieType, verbBack, verbOut } from '../words.ts';
import { Disagreements, Facts } from './Facts.tsx';
import { KindLabel } from './Icon.tsx';
import { Ladder } from './Ladder.tsx';
import { Downloads } from './parts/Downloads.tsx';
import { sourceLine, titleOf } from './Sentence.tsx';
import { Ties } from './Ties.tsx';

const ALIASES_SHOWN = 12;

function Aliases({ aliases }: { aliases: readonly string[] }) {
  if (aliases.length === 0) return null;
  const more = aliases.length - ALIASES_SHOWN;
  return (
    <p className="aliases">
      <span className="quiet">Also</span> {aliases.slice(0, ALIASES_SHOWN).join(' · ')}
      {more > 0 && <span className="quiet"> and {count(more, 'other spelling')}</span>}
    </p>
  );
}

/** Links that select all relationships or one type. */
function Types({ entity, chosen }: { entity: EntityData; chosen: string | undefined }) {
  const { id, relationshipCounts } = entity;
  if (relationshipCounts.length < 2) return null;
  const types = [...new Set(relationshipCounts.map(({ type }) => type))];
  const many = (type: TieType) =>
    relationshipCounts.reduce((sum, row) => sum + (row.type === type ? row.count : 0), 0);
  return (
    <nav className="facets" aria-label="Types of relationships">
      <a href={entityAddress(id)} aria-current={chosen ? undefined : 'page'}>
        All
      </a>
      {types.map((type) => (
        <a
          key={type}
          href={entityAddress(id, { types: type })}
          aria-current={chosen === type ? 'page' : undefined}
        >
          {verbFor(type, relationshipCounts)} <small>{many(type).toLocaleString('en')}</small>
        </a>
      ))}
    </nav>
  );
}

/** A type's verb from this end, if all its relationships have the entity at the same end. */
function verbFor(type: TieType, counts: EntityData['relationshipCounts']): string {
  const incoming = counts.every((row) => row.type !== type || row.direction === 'IN');
  return incoming ? verbBack(type) : verbOut(type);
}

function Sources({ documents }: { documents: EntityData['documents'] }) {
  const more = documents.totalCount - documents.edges.length;
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{count(documents.totalCount, 'document')} that name it</h2>
      <ul className="sources">
        {documents.edges.map(({ node }) => (
          <li key={node.id}>
            <a href={documentAddress(node.id)}>{titleOf(node)}</a> <small>{sourceLine(node)}</small>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="quiet">{count(more, 'older document')} not shown.</p>}
    </section>
  );
}

export interface EntityPageProps {
  readonly entity: EntityData;
  readonly disagreements: readonly Disagreement[];
  /** Denials by the id of the relationship, which others state. */
  readonly denials: ReadonlyMap<string, SentenceData>;
  /** Stages of a sale. */
  readonly rungs: readonly Rung[];
  /** Names that were merged into the entity, and names that may belong to it. */
  readonly identity: ReactNode;
  readonly edge: string | null;
  /** Parameters of this page, from which its downloads are made. */
  readonly state: Readonly<Record<string, string>>;
  readonly evidence: ReactNode;
  readonly problems: ReactNode;
}

export function EntityPage(props: EntityPageProps) {
  const { entity, disagreements, denials, rungs, identity, edge, state, evidence, problems } =
    props;
  const { totalCount, pageInfo, edges } = entity.relationships;
  const followed = entity.followed.totalCount;
  const ties = edges.map(({ node }) => node);
  const left = totalCount - ties.length;
  return (
    <>
      <div className="side">
        <KindLabel kind={entity.__typename} />
        <h1>{entity.name}</h1>
        {problems}
        <Facts entity={entity} />
        <Ladder rungs={rungs} />
        <Aliases aliases={entity.aliases} />
        <Disagreements of={disagreements} />
        {identity}
        <p className="links">
          <a href={pathAddress({ a: entity.id })}>How is it tied to …</a>
        </p>
        <h2 id="ties">
          {count(followed, 'relationship')}
          {totalCount > followed &&
            ` and ${(totalCount - followed).toLocaleString('en')} rumoured or denied`}
          , newest first
        </h2>
        <Types entity={entity} chosen={state.types} />
        <Ties ties={ties} of={entity.id} edge={edge} denials={denials} />
        {left > 0 && (
          <p className="left-out" data-left={left}>
            {ties.length.toLocaleString('en')} of {totalCount.toLocaleString('en')} are shown, those
            reported last{state.after ? ' after the ones before' : ''}.{' '}
            {pageInfo.hasNextPage && pageInfo.endCursor && (
              <a
                rel="next"
                href={entityAddress(entity.id, { ...state, after: pageInfo.endCursor })}
              >
                Show {Math.min(ties.length, left).toLocaleString('en')} more
              </a>
            )}
          </p>
        )}
        <Sources documents={entity.documents} />
        <Downloads
          of={(format) => entityAddress(entity.id, { types: state.types, format })}
          what={left > 0 ? 'all of them' : 'it'}
          formats={['csv', 'json', 'bibtex', 'csl']}
        />
      </div>
      <div className="picture" data-island="picture" data-id={entity.id} data-name={entity.name} />
      <aside id="evidence" className="drawer" aria-label="Evidence" hidden={!evidence}>
        {evidence}
      </aside>
    </>
  );
}
