import { documentAddress } from '../address.ts';
import type { SentenceData } from '../operations/parts.ts';
import { inWords, MODALITY_WORDS, percent, sureness } from '../words.ts';

/** Publisher and date on one line. */
export const sourceLine = ({
  publisher,
  publishedOn,
}: Pick<SentenceData['document'], 'publisher' | 'publishedOn'>): string =>
  [publisher, publishedOn && inWords(publishedOn)].filter(Boolean).join(', ') || 'undated';

export const titleOf = ({ title, source }: Pick<SentenceData['document'], 'title' | 'source'>) =>
  title ?? source;

/** A quote's surroundings, with its offsets in them. */
export interface Around {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A quote, marked in its surroundings, with its document. */
export function Sentence({
  statement,
  around = null,
}: {
  statement: SentenceData;
  around?: Around | null;
}) {
  const { quote, document, attribution, modality, confidence, page } = statement;
  return (
    <figure className="sentence">
      <blockquote>
        {around?.text.slice(0, around.start)}
        <mark>{quote}</mark>
        {around?.text.slice(around.end)}
      </blockquote>
      <figcaption>
        <a href={documentAddress(document.id, statement)}>{titleOf(document)}</a>
        <span>
          {sourceLine(document)}
          {page != null && `, page ${page}`}
        </span>
        <span>
          {MODALITY_WORDS[modality as keyof typeof MODALITY_WORDS]}
          {attribution && `, according to ${attribution}`}; {sureness(confidence)} (
          {percent(confidence)})
        </span>
      </figcaption>
    </figure>
  );
}
