import type { EntityKind } from '../../../model/kinds.ts';
import { COUNTRY_BY_FORM } from '../../lexicon/countries.ts';
import { overlap, type Span, sentenceAt, squash, type Text } from '../../text/text.ts';
import type { Mention } from '../vocabulary.ts';
import type { EncodedSpan, Reading } from './reading.ts';

/** Kinds of which the encoder finds mentions that the rules miss. */
const KINDS: ReadonlySet<EntityKind> = new Set<EntityKind>([
  'Person',
  'Organisation',
  'Country',
  'Event',
  'Place',
]);
/** Less sure ones are more often wrong than right. */
const SURE = 0.5;

const clash = (a: Span, others: readonly Span[]) => others.some((b) => overlap(a, b) > 0);

/** A country is known by its code: a span that no form of a country fits is none. */
function keyOf({ kind }: EncodedSpan, words: string): string | undefined | null {
  if (kind !== 'Country') return undefined;
  return COUNTRY_BY_FORM.get(words)?.iso2 ?? null;
}

/** The mentions of the rules, and what the encoder is sure of where they have nothing of that kind. */
export function joined(text: Text, mentions: readonly Mention[], reading: Reading): Mention[] {
  const byKind = new Map<EntityKind, Mention[]>();
  for (const mention of mentions)
    byKind.set(mention.kind, [...(byKind.get(mention.kind) ?? []), mention]);
  const added = reading.spans().flatMap((span): Mention[] => {
    const { kind, start, end, probability } = span;
    if (!KINDS.has(kind) || probability < SURE || clash(span, byKind.get(kind) ?? [])) return [];
    const sentence = sentenceAt(text, span);
    const words = squash(text.clean.slice(start, end));
    const key = keyOf(span, words);
    if (!sentence || key === null) return [];
    return [
      {
        kind,
        start,
        end,
        text: words,
        rule: 'encoder',
        named: false,
        sentence: sentence.index,
        ...(key && { key }),
      },
    ];
  });
  return [...mentions, ...added].sort((a, b) => a.start - b.start || b.end - a.end);
}
