import type { ResultOf } from 'gql.tada';
import {
  documentAddress,
  entityAddress,
  identitiesAddress,
  listAddress,
  pathAddress,
} from '../address.ts';
import type { StartPage as Operation } from '../operations/start.ts';
import { count, inWords, KINDS } from '../words.ts';
import { Icon } from './Icon.tsx';

type Data = ResultOf<typeof Operation>;
type Edges<Name extends keyof Data> =
  NonNullable<Data[Name]> extends { edges: infer Found } ? Found : never;

/** Links to typical queries about the most mentioned entities. */
function Questions({
  people,
  countries,
  sales,
}: {
  people: Edges<'people'>;
  countries: Edges<'countries'>;
  sales: Edges<'armsSales'>;
}) {
  const [one, other] = people.map(({ node }) => node);
  const [state, second] = countries.map(({ node }) => node);
  const rows: (readonly [string, string])[] = [];
  if (one && other)
    rows.push([
      `How are ${one.name} and ${other.name} tied?`,
      pathAddress({ a: one.id, b: other.id }),
    ]);
  if (state && second)
    rows.push([
      `Which ties between ${state.name} and ${second.name} are surest?`,
      pathAddress({ a: state.id, b: second.id, rank: 'WEAKEST_LINK', k: 5 }),
    ]);
  if (state) rows.push([`What is ${state.name} tied to?`, entityAddress(state.id)]);
  for (const { node } of sales.slice(0, 1))
    rows.push([`Who sells what in “${node.name}”?`, entityAddress(node.id)]);
  rows.push(['Which arms sales are dearest?', listAddress('ArmsSale', { sort: 'value' })]);
  rows.push(['What was signed last?', listAddress('Agreement', { sort: 'signedOn' })]);
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">Questions to start with</h2>
      <ul className="hits">
        {rows.map(([text, href]) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Counts({ summary }: Pick<Data, 'summary'>) {
  return (
    <dl className="counts">
      {(summary?.entities ?? []).map(({ kind, count: many }) => (
        <div key={kind}>
          <dt>
            <Icon kind={kind} /> <a href={listAddress(kind)}>{KINDS[kind].many}</a>
          </dt>
          <dd>{many.toLocaleString('en')}</dd>
        </div>
      ))}
      {summary && (
        <>
          <div>
            <dt>Statements</dt>
            <dd>{summary.statements.toLocaleString('en')}</dd>
          </div>
          <div>
            <dt>
              <a href={listAddress('Document')}>Documents</a>
            </dt>
            <dd>{summary.documents.toLocaleString('en')}</dd>
          </div>
        </>
      )}
    </dl>
  );
}

export function StartPage({ data }: { data: Data }) {
  const { summary } = data;
  const unsettled = data.identityCandidates?.totalCount ?? 0;
  const people = data.people?.edges ?? [];
  const countries = data.countries?.edges ?? [];
  const documents = data.documents?.edges ?? [];
  return (
    <>
      <h1>Who is tied to whom, and which sentence says so</h1>
      <p className="lead">
        Who met whom, who signed what, which arms sale was approved: look for a name, follow its
        ties, read the sentence, cite it.
      </p>
      <Counts summary={summary} />
      {summary?.lastIngest && (
        <p className="quiet">
          Last read on {inWords(summary.lastIngest)}
          {summary.newestDocument?.publishedOn &&
            `; the newest document is of ${inWords(summary.newestDocument.publishedOn)}`}
          .
        </p>
      )}
      {unsettled > 0 && (
        <p className="quiet">
          <a href={identitiesAddress()}>
            {count(unsettled, 'pair')} of names may be one and the same
          </a>
          : they are kept apart until somebody has judged them.
        </p>
      )}
      <div className="columns">
        <Questions people={people} countries={countries} sales={data.armsSales?.edges ?? []} />
        <section aria-labelledby="most">
          <h2 id="most">Most is said of</h2>
          <ul className="hits">
            {[...countries, ...people].map(({ node }) => (
              <li key={node.id}>
                <Icon kind={node.__typename} /> <a href={entityAddress(node.id)}>{node.name}</a>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="newest">
          <h2 id="newest">Newest documents</h2>
          <ul className="hits">
            {documents.map(({ node }) => (
              <li key={node.id}>
                <a href={documentAddress(node.id)}>{node.title ?? node.id}</a>
                <small>{node.publishedOn && inWords(node.publishedOn)}</small>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
