// Texts, mentions and entities as plain values, for tests of one stage of extraction.

import type { Document } from '../../../src/ingest/extract/document.ts';
import { Values } from '../../../src/ingest/extract/values/values.ts';
import type { Entity, Mention } from '../../../src/ingest/extract/vocabulary.ts';
import type { Text } from '../../../src/ingest/text/text.ts';
import type { EntityKind } from '../../../src/model/kinds.ts';

/** A text of one paragraph, in sentences that were told apart already and have no tokens. */
export function plainText(...sentences: readonly string[]): Text {
  const clean = sentences.join(' ');
  let start = 0;
  return {
    raw: clean,
    clean,
    searchable: clean,
    blocks: [{ kind: 'body', start: 0, end: clean.length }],
    sentences: sentences.map((words, index) => {
      const from = start;
      start += words.length + 1;
      return { index, block: 0, start: from, end: from + words.length, tokens: [] };
    }),
    rawSpan: (span) => span,
    cut: new Set(),
  };
}

/** The first place of some words in a text, as a mention. */
export function mentionIn(
  text: Text,
  kind: EntityKind,
  words: string,
  more: Partial<Mention> = {},
): Mention {
  const start = text.clean.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in the text`);
  const end = start + words.length;
  const sentence = text.sentences.findIndex((one) => start < one.end);
  return { start, end, kind, text: words, rule: 'head', named: false, sentence, ...more };
}

export function entityOf(name: string, mentions: readonly Mention[], more = {}): Entity {
  const { kind } = mentions[0]!;
  return {
    id: name,
    kind,
    name,
    aliases: [],
    unnamed: false,
    properties: {},
    mentions: [...mentions],
    ...more,
  };
}

export function documentOf(
  text: Text,
  entities: readonly Entity[],
  publishedOn: string | null = null,
): Document {
  const values = new Values(text, publishedOn, null);
  return {
    id: 'document:test',
    publishedOn,
    dayOrder: null,
    text,
    values,
    entities: [...entities],
    reading: null,
  };
}
