import { entityAddress, listAddress, searchAddress } from '../address.ts';
import { nodesCypher } from '../cypher.ts';
import type { HitData } from '../operations/search.ts';
import { count, KIND_NAMES, KINDS, type Kind } from '../words.ts';
import { Icon } from './Icon.tsx';
import { Downloads } from './parts/Downloads.tsx';

export interface SearchPageProps {
  readonly query: string;
  readonly kind: Kind | null;
  readonly hits: readonly HitData[];
  readonly total: number;
  readonly next: string | null;
  /** Hits by kind, whatever kind is selected. */
  readonly facets: readonly { readonly kind: Kind; readonly count: number }[];
  readonly didYouMean: string | null;
  readonly problem: string | null;
}

function Hit({ hit: { node, matchedName } }: { hit: HitData }) {
  return (
    <li>
      <Icon kind={node.__typename} /> <a href={entityAddress(node.id)}>{node.name}</a>
      {matchedName !== node.name && <span className="quiet"> also “{matchedName}”</span>}
      <small>
        {node.statementCount > 0 ? count(node.statementCount, 'statement') : 'only named'}
      </small>
    </li>
  );
}

function Facets({ query, kind, facets }: Pick<SearchPageProps, 'query' | 'kind' | 'facets'>) {
  if (facets.length === 0) return null;
  const all = facets.reduce((sum, facet) => sum + facet.count, 0);
  return (
    <nav className="facets" aria-label="Kinds">
      <a href={searchAddress({ q: query })} aria-current={kind === null ? 'page' : undefined}>
        All <small>{all.toLocaleString('en')}</small>
      </a>
      {facets.map((facet) => (
        <a
          key={facet.kind}
          href={searchAddress({ q: query, kind: facet.kind })}
          aria-current={kind === facet.kind ? 'page' : undefined}
        >
          {KINDS[facet.kind].many} <small>{facet.count.toLocaleString('en')}</small>
        </a>
      ))}
    </nav>
  );
}

function Nothing({ query, kind }: { query: string; kind: Kind | null }) {
  return (
    <div className="nothing">
      <p>
        Nothing is called “{query}”{kind && ` among ${KINDS[kind].many.toLowerCase()}`}. Names and
        all their other spellings were searched, unfinished and misspelt words too.
      </p>
      <p>
        Try fewer words, or look through{' '}
        {KIND_NAMES.map((name, i) => (
          <span key={name}>
            {i > 0 && ', '}
            <a href={listAddress(name)}>{KINDS[name].many.toLowerCase()}</a>
          </span>
        ))}
        .
      </p>
    </div>
  );
}

export function SearchPage(props: SearchPageProps) {
  const { query, kind, hits, total, next, facets, didYouMean, problem } = props;
  const groups = KIND_NAMES.map(
    (name) => [name, hits.filter(({ node }) => node.__typename === name)] as const,
  ).filter(([, members]) => members.length > 0);
  // The kind of the best hit comes first.
  groups.sort(([, a], [, b]) => hits.indexOf(a[0] as HitData) - hits.indexOf(b[0] as HitData));
  return (
    <>
      <h1>{query ? `“${query}”` : 'Search'}</h1>
      {problem && <p role="alert">{problem}</p>}
      {query && <Facets query={query} kind={kind} facets={facets} />}
      {didYouMean && (
        <p>
          Did you mean <a href={searchAddress({ q: didYouMean })}>{didYouMean}</a>?
        </p>
      )}
      {query && hits.length === 0 && !problem && <Nothing query={query} kind={kind} />}
      {groups.map(([name, members]) => (
        <section key={name} aria-labelledby={`group-${name}`}>
          <h2 id={`group-${name}`}>{KINDS[name].many}</h2>
          <ul className="hits">
            {members.map((hit) => (
              <Hit key={hit.node.id} hit={hit} />
            ))}
          </ul>
        </section>
      ))}
      {hits.length > 0 && (
        <p className="left-out">
          {hits.length.toLocaleString('en')} of {count(total, 'name')}.{' '}
          {next && (
            <a rel="next" href={searchAddress({ q: query, kind, after: next })}>
              Show {Math.min(hits.length, total - hits.length).toLocaleString('en')} more
            </a>
          )}
        </p>
      )}
      {hits.length > 0 && (
        <Downloads
          of={(format) => searchAddress({ q: query, kind, format })}
          formats={['csv', 'json']}
          cypher={nodesCypher(
            'Entity',
            hits.map(({ node }) => node.id),
          )}
        />
      )}
    </>
  );
}
