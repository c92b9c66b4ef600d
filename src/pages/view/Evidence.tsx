import { entityAddress } from '../address.ts';
import type { EvidenceData } from '../operations/evidence.ts';
import type { MeasuredData } from '../operations/parts.ts';
import { besidesOf, modalityOf } from '../standing.ts';
import { count, verbOut } from '../words.ts';
import { Sentence } from './Sentence.tsx';
import { Sureness } from './Sureness.tsx';
import { detailOf, whenOf } from './Ties.tsx';

/** Reprints are counted separately: ten papers with one agency's report are one source. */
function sources({
  documentCount,
  sourceCount,
}: Pick<EvidenceData, 'documentCount' | 'sourceCount'>): string {
  const reprints = documentCount - sourceCount;
  const independent = count(sourceCount, 'independent source');
  return reprints > 0 ? `${independent}; ${count(reprints, 'reprint')} besides` : independent;
}

type Sentences = EvidenceData['all'];

/** Statements of one side, each in its surroundings. */
function Side({ heading, of: { totalCount, edges } }: { heading: string; of: Sentences }) {
  if (totalCount === 0) return null;
  const more = totalCount - edges.length;
  return (
    <>
      <h3>{heading}</h3>
      {edges.map(({ node }) => (
        <Sentence key={node.id} statement={node} around={node.context} />
      ))}
      {more > 0 && (
        <p className="quiet">{count(more, 'more sentence')} not shown: the surest come first.</p>
      )}
    </>
  );
}

/** All evidence for and against a relationship. */
export function Evidence({ tie, measured }: { tie: EvidenceData; measured: MeasuredData | null }) {
  const { all, against } = tie;
  const besides = besidesOf(tie);
  const detail = detailOf(tie);
  return (
    <>
      <h2>
        <a href={entityAddress(tie.source.id)}>{tie.source.name}</a>{' '}
        <span className="verb">{verbOut(tie.type)}</span>{' '}
        <a href={entityAddress(tie.target.id)}>{tie.target.name}</a>
      </h2>
      <dl className="facts">
        {detail && (
          <>
            <dt>What</dt>
            <dd>{detail}</dd>
          </>
        )}
        <dt>When</dt>
        <dd>{whenOf(tie)}</dd>
        <dt>How</dt>
        <dd>{modalityOf(tie)}</dd>
        {besides.length > 0 && (
          <>
            <dt>Besides</dt>
            <dd>{besides.join('; ')}</dd>
          </>
        )}
        <dt>How sure</dt>
        <dd>
          <Sureness confidence={tie.confidence} type={tie.type} measured={measured} />
        </dd>
        <dt>Sources</dt>
        <dd>{sources(tie)}</dd>
      </dl>
      {all.totalCount > 0 && against.totalCount > 0 && (
        <p className="badge disagree">
          Documents disagree: {count(all.totalCount, 'sentence says', 'sentences say')} so,{' '}
          {count(against.totalCount, 'denies', 'deny')} it.
        </p>
      )}
      <Side heading={`${count(all.totalCount, 'sentence')}, the surest first`} of={all} />
      <Side
        heading={`${count(against.totalCount, 'sentence denies', 'sentences deny')} it`}
        of={against}
      />
    </>
  );
}
