import { entityAddress } from '../../pages/address.ts';
import type { PreviewData, PreviewFact } from '../../pages/operations/preview.ts';
import { Icon } from '../../pages/view/Icon.tsx';
import {
  count,
  MODALITY_WORDS,
  percent,
  propertyWords,
  sureness,
  verbOut,
} from '../../pages/words.ts';

type End = PreviewFact['subject'];

/** What the graph has already of the entities of a text. */
export interface Known {
  readonly ids: ReadonlySet<string>;
  /** By kind and name, the id of whom most is said. */
  readonly namesakes: ReadonlyMap<string, string>;
}

export const namesakeKey = (kind: string, name: string): string => `${kind} ${name}`;

/** An entity, as a link where the graph has it already, or has one of its name. */
function Who({ end, known }: { end: End; known: Known }) {
  const { entityId, kind, name } = end;
  const there = known.ids.has(entityId);
  const namesake = known.namesakes.get(namesakeKey(kind, name));
  return (
    <>
      <Icon kind={kind} />{' '}
      {there ? <a href={entityAddress(entityId)}>{name}</a> : <strong>{name}</strong>}
      {!there && !namesake && <span className="badge">new</span>}
      {!there && namesake && (
        <small>
          {' '}
          perhaps <a href={entityAddress(namesake)}>whom the graph calls so</a>
        </small>
      )}
    </>
  );
}

function Fact({ fact, known }: { fact: PreviewFact; known: Known }) {
  const { subject, object, type, property, value, modality, confidence, attribution } = fact;
  return (
    <li>
      <Who end={subject} known={known} />{' '}
      {object && type !== 'PROPERTY' ? (
        <>
          <span className="verb">{verbOut(type)}</span> <Who end={object} known={known} />
        </>
      ) : (
        <span className="verb">
          {propertyWords(property ?? '')}: {value}
        </span>
      )}
      <small>
        {modality !== 'asserted' && `${MODALITY_WORDS[modality]}; `}
        {attribution && `according to ${attribution}; `}
        {sureness(confidence)} ({percent(confidence)})
      </small>
    </li>
  );
}

/** Facts by the sentence that says them, in the order of the text. */
export function Facts({ found, known }: { found: PreviewData; known: Known }) {
  const byQuote = new Map<string, PreviewFact[]>();
  for (const fact of [...found.statements].sort((a, b) => a.start - b.start)) {
    const place = `${fact.start}-${fact.end}`;
    byQuote.set(place, [...(byQuote.get(place) ?? []), fact]);
  }
  const all = found.statements.length + found.omitted;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{all === 0 ? 'No fact was found' : count(all, 'fact')}</h2>
      {found.skipped && <p>Why: {found.skipped}.</p>}
      {found.warnings.map((warning) => (
        <p key={warning} className="quiet">
          {warning}
        </p>
      ))}
      {[...byQuote].map(([place, facts]) => (
        <div key={place} className="read-fact">
          <blockquote>
            <mark>{found.text.slice(facts[0]?.start, facts[0]?.end)}</mark>
          </blockquote>
          <ul className="hits">
            {facts.map((fact) => (
              <Fact
                key={`${fact.type} ${fact.subject.entityId} ${fact.object?.entityId} ${fact.property} ${fact.value}`}
                fact={fact}
                known={known}
              />
            ))}
          </ul>
        </div>
      ))}
      {found.omitted > 0 && (
        <p className="left-out">{count(found.omitted, 'more fact')} are not shown.</p>
      )}
    </section>
  );
}
