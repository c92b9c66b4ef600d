import { entityAddress, pathAddress } from '../address.ts';
import type { NamedData, TieData } from '../operations/parts.ts';
import type { PathData, PathsData } from '../operations/path.ts';
import { besidesOf, modalityOf } from '../standing.ts';
import { count, percent, sureness, verbOf } from '../words.ts';
import { Icon } from './Icon.tsx';
import { PathForm, type PathFormProps, type PathQuestion } from './PathForm.tsx';
import { Downloads } from './parts/Downloads.tsx';
import { Sentence } from './Sentence.tsx';
import { whenOf } from './Ties.tsx';

/** An input, and the entity it was taken for. */
export interface MeantEnd {
  readonly typed: string;
  readonly entity: NamedData | null;
  /** Other entities that it could denote. */
  readonly others: readonly NamedData[];
}

const REASONS: Readonly<Record<string, string>> = {
  UNKNOWN_ENTITY: 'One of them is not in the graph.',
  BELOW_CONFIDENCE: 'There is one, but a step of it is less sure than you ask for.',
  OUTSIDE_DATES: 'There is one, but not on the dates you ask for.',
  AVOIDED: 'There is one, but it leads through what you avoid.',
  MODALITY: 'There is one, but a step of it is only rumoured or denied.',
};

/** Steps of a path at most, and where nobody says otherwise. */
const STEPS = { most: 6, usual: 4 };

/** Why there is no path, with what may be changed in the question. */
function reasonOf(reason: string | null | undefined, { steps }: PathQuestion): string {
  if (reason !== 'BEYOND_LENGTH') return REASONS[reason ?? ''] ?? 'Nothing ties them.';
  const asked = Number(steps ?? STEPS.usual);
  return `They are not tied within ${count(asked, 'step')}${asked < STEPS.most ? `. Allow more, up to ${STEPS.most}.` : ', and no longer path is looked for.'}`;
}

function Step({ tie, from, number }: { tie: TieData; from: NamedData; number: number }) {
  const to = tie.source.id === from.id ? tie.target : tie.source;
  const best = tie.bestStatement;
  const besides = besidesOf(tie);
  return (
    <li data-edge={tie.id}>
      <p className="step">
        <span className="number" aria-hidden="true">
          {number}
        </span>
        <span>
          <Icon kind={from.__typename} /> <a href={entityAddress(from.id)}>{from.name}</a>{' '}
          <span className="verb">{verbOf(tie, from.id)}</span> <Icon kind={to.__typename} />{' '}
          <a href={entityAddress(to.id)}>{to.name}</a>
        </span>
        <span className="when">{whenOf(tie)}</span>
      </p>
      {tie.modality !== 'asserted' && <span className="badge">{modalityOf(tie)}</span>}
      {tie.contested && <span className="badge disagree">Documents disagree</span>}
      {besides.length > 0 && <span className="source">{besides.join('; ')}</span>}
      {best && <Sentence statement={best} />}
      <p className="source">
        <a
          className="evidence-link"
          href={entityAddress(tie.source.id, { edge: tie.id }, 'evidence')}
          aria-label={`Evidence of step ${number}: ${from.name} ${verbOf(tie, from.id)} ${to.name}`}
        >
          all its evidence
        </a>
      </p>
    </li>
  );
}

function Chain({ path, number, of }: { path: PathData; number: number; of: number }) {
  const heading = `path-${number}`;
  return (
    <section className="chain" aria-labelledby={heading}>
      <h2 id={heading}>
        {of > 1 && `${number}. `}
        {count(path.length, 'step')}{' '}
        <small>
          weakest step {sureness(path.weakestConfidence)} ({percent(path.weakestConfidence)})
        </small>
      </h2>
      <ol className="steps">
        {path.relationships.map((tie, i) => (
          <Step key={tie.id} tie={tie} from={path.entities[i] as NamedData} number={i + 1} />
        ))}
      </ol>
    </section>
  );
}

function Choices({
  end,
  name,
  question,
}: {
  end: MeantEnd;
  name: 'a' | 'b';
  question: PathQuestion;
}) {
  if (!end.typed) return null;
  const said = end.entity
    ? `“${end.typed}” is read as ${end.entity.name}.`
    : `Nothing is called “${end.typed}”.`;
  if (end.entity?.id === end.typed) return null;
  return (
    <p className="choices">
      {said}
      {end.others.length > 0 && ' Or did you mean '}
      {end.others.map((one, i) => (
        <span key={one.id}>
          {i > 0 && ', '}
          <a href={pathAddress({ ...question, [name]: one.id })}>{one.name}</a>
        </span>
      ))}
      {end.others.length > 0 && '?'}
    </p>
  );
}

export interface PathPageProps extends PathFormProps {
  /** Hubs that the paths avoid. */
  readonly hubs: readonly { readonly id: string; readonly name: string; readonly ties: number }[];
  readonly found: PathsData | null;
  /** Variables of the query to the API. */
  readonly variables: object;
  readonly problem: string | null;
}

/** A path for the picture. */
const chainOf = ({ entities, relationships }: PathData) => ({
  nodes: entities.map(({ id, name, __typename }) => ({ id, name, kind: __typename })),
  steps: relationships.map((tie, i) => ({
    id: tie.id,
    words: verbOf(tie, entities[i]?.id ?? ''),
    unsure: tie.modality !== 'asserted',
  })),
});

function LeftAside({ hubs }: Pick<PathPageProps, 'hubs'>) {
  if (hubs.length === 0) return null;
  return (
    <p className="left-out">
      Left aside, for they are tied to so many:{' '}
      {hubs.map(({ id, name, ties }, i) => (
        <span key={id}>
          {i > 0 && ', '}
          <a href={entityAddress(id)}>{name}</a> ({count(ties, 'relationship')})
        </span>
      ))}
      .
    </p>
  );
}

export function PathPage({ found, variables, problem, hubs, ...asked }: PathPageProps) {
  const { question, from, to, through, avoid } = asked;
  const paths = found?.paths ?? [];
  return (
    <>
      <div className="side">
        <h1>
          {from.entity && to.entity
            ? `How ${from.entity.name} and ${to.entity.name} are tied`
            : 'How are two of them tied?'}
        </h1>
        {found && paths.length === 0 && (
          <p className="no-path" role="status">
            <strong>No path.</strong> {reasonOf(found.reason, question)}
          </p>
        )}
        <PathForm {...asked} />
        <Choices end={from} name="a" question={question} />
        <Choices end={to} name="b" question={question} />
        {[...through, ...avoid]
          .filter(({ entity }) => entity === null)
          .map(({ typed }) => (
            <p key={typed} role="alert">
              Nothing is called “{typed}”; paths are shown as if it were not named.
            </p>
          ))}
        {problem && <p role="alert">{problem}</p>}
        <LeftAside hubs={hubs} />
        {paths.map((path, i) => (
          <Chain
            key={path.relationships.map(({ id }) => id).join()}
            path={path}
            number={i + 1}
            of={paths.length}
          />
        ))}
        {found && paths.length > 0 && (
          <>
            <p className="left-out">
              {found.truncated
                ? `There are more paths than the ${count(paths.length, 'one')} shown.`
                : 'These are all the paths there are within these limits.'}
            </p>
            <Downloads
              of={(format) => pathAddress({ ...question, format })}
              formats={['csv', 'json', 'bibtex', 'csl']}
            />
          </>
        )}
      </div>
      <div
        className="picture"
        data-island="path"
        data-chains={JSON.stringify(paths.map(chainOf))}
        data-variables={JSON.stringify(variables)}
      />
    </>
  );
}
