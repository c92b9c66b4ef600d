import { entityAddress } from '../address.ts';
import type { SentenceData, TieData } from '../operations/parts.ts';
import { besidesOf, modalityOf } from '../standing.ts';
import { newestFirst, spanOf } from '../when.ts';
import { capital, inWords, otherEnd, percent, sureness, verbOf } from '../words.ts';
import { Icon } from './Icon.tsx';
import { sourceLine, titleOf } from './Sentence.tsx';

/** Details of a relationship: office, quantity, role. */
export function detailOf({ title, role, quantity }: TieData): string {
  return [
    title,
    role && `as ${role}`,
    quantity != null && `${quantity.toLocaleString('en')} of them`,
  ]
    .filter(Boolean)
    .join(', ');
}

export function whenOf(tie: TieData): string {
  const span = spanOf(tie);
  if (!span) return tie.lastSeen ? `reported ${inWords(tie.lastSeen)}` : 'undated';
  if (span.to === span.from) return inWords(span.from);
  return `${inWords(span.from)} – ${span.to ? inWords(span.to) : 'no end recorded'}`;
}

/** A sentence that denies the one above it. */
const Denial = ({ denial: { quote, document } }: { denial: SentenceData }) => (
  <>
    <q className="against">{quote}</q>
    <span className="source">
      denied: {titleOf(document)}, {sourceLine(document)}
    </span>
  </>
);

interface TieProps {
  readonly tie: TieData;
  readonly of: string;
  readonly current: boolean;
  /** Denials of a relationship that others state. */
  readonly denial: SentenceData | undefined;
}

function Tie({ tie, of, current, denial }: TieProps) {
  const other = otherEnd(tie, of);
  const best = tie.bestStatement;
  const detail = detailOf(tie);
  const besides = besidesOf(tie);
  return (
    <li data-edge={tie.id} data-from={spanOf(tie)?.from} data-to={spanOf(tie)?.to}>
      <div className="tie">
        <Icon kind={other.__typename} />
        <a className="other" href={entityAddress(other.id)}>
          {other.name}
        </a>
        <span className="when">{whenOf(tie)}</span>
        {detail && <span className="detail">{detail}</span>}
        {tie.modality !== 'asserted' && <span className="badge">{modalityOf(tie)}</span>}
        {tie.contested && <span className="badge disagree">Documents disagree</span>}
        {besides.length > 0 && <span className="detail">{besides.join('; ')}</span>}
        {best && <q>{best.quote}</q>}
        <span className="source">
          {best && `${titleOf(best.document)}, ${sourceLine(best.document)} · `}
          {sureness(tie.confidence)} ({percent(tie.confidence)}) ·{' '}
          <a
            className="evidence-link"
            href={entityAddress(of, { edge: tie.id }, 'evidence')}
            aria-current={current ? 'true' : undefined}
            aria-label={`Evidence: ${verbOf(tie, of)} ${other.name}`}
          >
            evidence
          </a>
        </span>
        {denial && <Denial denial={denial} />}
      </div>
    </li>
  );
}

/** Relationships by type, newest first. */
export function Ties({
  ties,
  of,
  edge,
  denials,
}: {
  ties: readonly TieData[];
  of: string;
  edge: string | null;
  /** Denials by relationship. */
  denials: ReadonlyMap<string, SentenceData>;
}) {
  const groups = new Map<string, TieData[]>();
  for (const tie of [...ties].sort(newestFirst)) {
    const verb = verbOf(tie, of);
    groups.set(verb, [...(groups.get(verb) ?? []), tie]);
  }
  return [...groups].map(([verb, members]) => (
    <section key={verb} className="group" aria-label={capital(verb)}>
      <h3>
        {capital(verb)} <small>{members.length}</small>
      </h3>
      <ul className="ties">
        {members.map((tie) => (
          <Tie
            key={tie.id}
            tie={tie}
            of={of}
            current={tie.id === edge}
            denial={denials.get(tie.id)}
          />
        ))}
      </ul>
    </section>
  ));
}
