import { documentAddress, entityAddress } from '../address.ts';
import { documentCypher } from '../cypher.ts';
import type { DocumentData, SaidData } from '../operations/document.ts';
import { capital, count, inWords, MODALITY_WORDS, propertyWords, verbOut } from '../words.ts';
import { Icon } from './Icon.tsx';
import { Downloads } from './parts/Downloads.tsx';
import { titleOf } from './Sentence.tsx';

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The paragraphs of a text, with one range marked across them. */
function paragraphs(text: string, mark: Range | null) {
  let at = 0;
  return text.split('\n').flatMap((line) => {
    const start = at;
    at += line.length + 1;
    if (line.trim() === '') return [];
    const from = mark ? Math.max(0, mark.start - start) : 0;
    const to = mark ? Math.min(line.length, mark.end - start) : 0;
    const marked = mark !== null && from < to;
    return [
      {
        start,
        before: marked ? line.slice(0, from) : line,
        marked: marked ? line.slice(from, to) : '',
        after: marked ? line.slice(to) : '',
      },
    ];
  });
}

function Text({ text, mark }: { text: string; mark: Range | null }) {
  const all = paragraphs(text, mark);
  const first = all.findIndex(({ marked }) => marked !== '');
  return (
    <div className="text">
      {all.map(({ start, before, marked, after }, i) => (
        <p key={start}>
          {before}
          {marked && <mark id={i === first ? 'sentence' : undefined}>{marked}</mark>}
          {after}
        </p>
      ))}
    </div>
  );
}

function Said({ said, document }: { said: SaidData; document: string }) {
  const { subject, object, type, property, value, modality } = said;
  return (
    <li>
      <a href={entityAddress(subject.id)}>{subject.name}</a>{' '}
      {object ? (
        <>
          <span className="verb">{verbOut(type as never)}</span>{' '}
          <a href={entityAddress(object.id)}>{object.name}</a>
        </>
      ) : (
        <span className="verb">
          {propertyWords(property ?? '')}: {value}
        </span>
      )}
      {modality !== 'asserted' && (
        <span className="badge">{MODALITY_WORDS[modality as keyof typeof MODALITY_WORDS]}</span>
      )}{' '}
      <a
        className="evidence-link"
        href={documentAddress(document, said)}
        aria-label={`Sentence: ${said.quote.slice(0, 80)}`}
      >
        sentence
      </a>
    </li>
  );
}

/** Other schemes run scripts or open local files. */
const isWebAddress = (url: string | null): url is string => /^https?:\/\//i.test(url ?? '');

export interface DocumentPageProps {
  readonly document: DocumentData;
  readonly mark: Range | null;
  /** The marked sentence with its surroundings, if the shown excerpt ends before it. */
  readonly excerpt: { readonly text: string; readonly mark: Range } | null;
  readonly whole: boolean;
}

export function DocumentPage({ document, mark, excerpt, whole }: DocumentPageProps) {
  const { statements, mentions } = document;
  const more = statements.totalCount - statements.edges.length;
  return (
    <>
      <article>
        <span className="kind">Document</span>
        <h1>{titleOf(document)}</h1>
        <p className="quiet">
          {[
            document.publisher,
            document.publishedOn && inWords(document.publishedOn),
            `read ${inWords(document.ingestedAt)}`,
          ]
            .filter(Boolean)
            .join(' · ')}
          {isWebAddress(document.url) && (
            <>
              {' · '}
              <a href={document.url} rel="noreferrer">
                where it was published
              </a>
            </>
          )}
        </p>
        {excerpt && (
          <section aria-label="The sentence">
            <Text text={excerpt.text} mark={excerpt.mark} />
            <p className="quiet">An excerpt round the sentence; the text begins:</p>
          </section>
        )}
        <Text text={document.text} mark={excerpt ? null : mark} />
        {!whole && (
          <p className="left-out">
            The beginning only: this server shows excerpts, not whole texts.
          </p>
        )}
        <Downloads
          of={(format) => `?format=${format}`}
          formats={['json', 'bibtex', 'csl']}
          cypher={documentCypher(document.id)}
        />
      </article>
      <div className="side">
        <h2>{count(statements.totalCount, 'statement')}</h2>
        <ul className="said">
          {statements.edges.map(({ node }) => (
            <Said key={node.id} said={node} document={document.id} />
          ))}
        </ul>
        {more > 0 && <p className="left-out">{count(more, 'later statement')} not shown.</p>}
        <h2>{capital(count(mentions.totalCount, 'name'))}</h2>
        <ul className="named">
          {mentions.edges.map(({ node }) => (
            <li key={node.id}>
              <Icon kind={node.__typename} /> <a href={entityAddress(node.id)}>{node.name}</a>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
