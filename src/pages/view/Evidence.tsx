import { entityAddress } from '../address.ts';
import type { EvidenceData } from '../operations/evidence.ts';
import type { MeasuredData } from '../operations/parts.ts';
import { count, MODALITY_WORDS, verbOut } from '../words.ts';
import { Sentence } from './Sentence.tsx';
import { Sureness } from './Sureness.tsx';
import { detailOf, whenOf } from './Ties.tsx';

/** Reprints are counted apart: what ten papers take from one agency has one source. */
function sources({
  documentCount,
  sourceCount,
}: Pick<EvidenceData, 'documentCount' | 'sourceCount'>): string {
  const reprints = documentCount - sourceCount;
  const independent = count(sourceCount, 'independent source');
  return reprints > 0 ? `${independent}; ${count(reprints, 'reprint')} besides` : independent;
}

/** Everything that speaks for or against one relationship. */
export function Evidence({ tie, measured }: { tie: EvidenceData; measured: MeasuredData | null }) {
  const statements = tie.all.edges.map(({ node }) => node);
  const against = statements.filter(({ modality }) => modality === 'denied');
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
        <dd>{MODALITY_WORDS[tie.modality]}</dd>
        <dt>How sure</dt>
        <dd>
          <Sureness confidence={tie.confidence} type={tie.type} measured={measured} />
        </dd>
        <dt>Sources</dt>
        <dd>{sources(tie)}</dd>
      </dl>
      {against.length > 0 && against.length < statements.length && (
        <p className="badge disagree">
          Documents disagree: {count(against.length, 'sentence denies', 'sentences deny')} it.
        </p>
      )}
      <h3>{count(tie.all.totalCount, 'sentence')}, the surest first</h3>
      {statements.map((statement) => (
        <Sentence key={statement.id} statement={statement} around={statement.context} />
      ))}
      {tie.all.totalCount > statements.length && (
        <p className="quiet">
          {count(tie.all.totalCount - statements.length, 'more sentence')} not shown: the surest
          come first.
        </p>
      )}
    </>
  );
}
