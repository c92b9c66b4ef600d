import { expect, test } from 'vitest';
import { extractCarefully, loadReader } from '../../../src/ingest/extract/extract.ts';
import type { Reader } from '../../../src/ingest/extract/version.ts';
import { writtenSources } from '../../../src/labels/corpus.ts';
import type { Extraction } from '../../../src/model/extraction.ts';

/** How a text refers to what it has named: "the company", "both ministers", "he". */
const REFERENCE = /^(?:the|this|that|these|those|both|its?|his|her|their|they|he|she|his|it)\b/i;

/** Relationships whose quote lacks an end, each with what stands in its place. */
function unquoted({ text, entities, statements }: Extraction): string[] {
  const mentions = new Map(entities.map(({ key, mentions: all }) => [key, all]));
  return statements.flatMap(({ type, subject, object, quote, spans }) => {
    if (object === null) return [];
    const ends = [
      { key: subject, span: spans.subject },
      { key: object, span: spans.object },
    ];
    return ends.flatMap(({ key, span }) => {
      if (!span) return [`${type}: no end is told`];
      const words = text.slice(span.start, span.end);
      const isQuoted = quote.start <= span.start && span.end <= quote.end;
      const isNamed = mentions
        .get(key)!
        .some(({ start, end }) => start === span.start && end === span.end);
      return isQuoted && (isNamed || REFERENCE.test(words))
        ? []
        : [`${type}: “${words}” in “${text.slice(quote.start, quote.end)}”`];
    });
  });
}

const articles = writtenSources().filter(({ group }) => group === 'press');

test.each<[Reader, number]>([
  ['fast', articles.length],
  ['careful', 12],
])(
  '%s: each quote holds both ends, by name or by a reference to them',
  async (reader, count) => {
    const extractor = loadReader(reader);
    let relationships = 0;
    for (const { gold, raw } of articles.slice(0, count)) {
      const { id, publishedOn } = gold.doc;
      const origin = { source: id, title: null, url: null, publisher: null, language: null };
      const extraction = await extractCarefully({ id, raw, publishedOn, ...origin }, extractor);
      relationships += extraction.statements.filter(({ object }) => object !== null).length;
      expect(unquoted(extraction), id).toEqual([]);
    }
    expect(relationships).toBeGreaterThan(count);
  },
  240_000,
);
