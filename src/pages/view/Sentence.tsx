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
  /** Where the surroundings begin in the text of the document. */
  readonly offset: number;
}

/** As many characters stand before and behind a quote as asked for, unless the document ends. */
const AROUND = 280;

/** Paragraphs follow each other without the empty lines between them. */
const closed = (text: string): string => text.replace(/\n\s*\n/g, '\n');

/** What stands before a quote, from the beginning of a word. */
function before({ text, start, offset }: Around): string {
  const found = closed(text.slice(0, start));
  return offset === 0 ? found : `… ${found.replace(/^\S*\s+/, '')}`;
}

/** What stands behind a quote, to the end of a word. */
function behind({ text, end }: Around): string {
  const found = closed(text.slice(end));
  return text.length - end < AROUND ? found : `${found.replace(/\s+\S*$/, '')} …`;
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
        {around && before(around)}
        <mark>{quote}</mark>
        {around && behind(around)}
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
