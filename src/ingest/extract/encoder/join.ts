import type { EntityKind } from '../../../model/kinds.ts';
import { overlap, type Span, sentenceAt, squash, type Text } from '../../text/text.ts';
import { isNoEvent } from '../mentions/context/no-events.ts';
import { eventKind } from '../mentions/events.ts';
import type { Mention } from '../vocabulary.ts';
import type { EncodedSpan, Reading } from './reading.ts';

/**
 * Least probability at which the encoder's spans become mentions, where the rules have none of the
 * kind. The scorer judges them again. Countries and agreements are left to the rules.
 */
const ADDS: Partial<Record<EntityKind, number>> = {
  Person: 0.4,
  Organisation: 0.5,
  Event: 0.5,
  Place: 0.5,
  WeaponSystem: 0.7,
  ArmsSale: 0.8,
};
/** Least probability at which the encoder corrects the bounds of a name that no lexicon has. */
const BOUNDS: Partial<Record<EntityKind, number>> = {
  Person: 0.7,
  Organisation: 0.7,
  Place: 0.7,
};

const LETTER = /[\p{L}\p{N}]/u;

/** Abbreviations whose full stop belongs to a name: "Jr.", "Inc.", "J." */
const WITH_STOP = /(?:^|[^\p{L}])(?:\p{Lu}|Jr|Sr|Inc|Corp|Ltd|Co|Bros|U\.S|U\.K)\.$/u;
/** Of `WITH_STOP` and the sign before it, in UTF-16 units. */
const LONGEST_ABBREVIATION = 6;
const MARK_BEHIND = /[\s.,;:!?]$/;

/** Extends a span to whole words, because the model cuts words into pieces, without marks behind them. */
function wholeWords(clean: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from > 0 && LETTER.test(clean[from]!) && LETTER.test(clean[from - 1]!)) from--;
  while (to < clean.length && LETTER.test(clean[to - 1]!) && LETTER.test(clean[to]!)) to++;
  while (
    to - from > 1 &&
    MARK_BEHIND.test(clean[to - 1]!) &&
    !WITH_STOP.test(clean.slice(Math.max(from, to - LONGEST_ABBREVIATION), to))
  )
    to--;
  return { start: from, end: to };
}

const NAME = /[A-Z].*(?:[A-Z]|\d)/s;

function mentionOf(text: Text, { kind }: EncodedSpan, span: Span): Mention | null {
  const sentence = sentenceAt(text, span);
  if (!sentence) return null;
  const words = squash(text.clean.slice(span.start, span.end));
  if (kind === 'Event' && isNoEvent(text, span.start, words)) return null;
  return {
    ...span,
    kind,
    text: words,
    rule: 'encoder',
    named: kind === 'Event' && NAME.test(words),
    sentence: sentence.index,
    ...(kind === 'Event' && { properties: { kind: eventKind(words) } }),
  };
}

/** The mentions of a text by kind, while the encoder's spans are merged in. */
class Mentions {
  private readonly text: Text;
  private readonly byKind = new Map<EntityKind, Mention[]>();

  constructor(text: Text, mentions: readonly Mention[]) {
    this.text = text;
    for (const mention of mentions) this.of(mention.kind).push(mention);
  }

  private of(kind: EntityKind): Mention[] {
    const known = this.byKind.get(kind) ?? [];
    this.byKind.set(kind, known);
    return known;
  }

  /** Replaces overlapping mentions by one with the given span and the first one's other fields. */
  private replace(mentions: readonly Mention[], span: Span): void {
    const first = mentions[0]!;
    const words = squash(this.text.clean.slice(span.start, span.end));
    const others = this.of(first.kind).filter((mention) => !mentions.includes(mention));
    this.byKind.set(first.kind, [...others, { ...first, ...span, text: words }]);
  }

  join(encoded: EncodedSpan): void {
    const { kind, probability } = encoded;
    const span = wholeWords(this.text.clean, encoded);
    const here = this.of(kind).filter((mention) => overlap(mention, span) > 0);
    if (here.length === 0 && probability >= (ADDS[kind] ?? Infinity)) {
      const mention = mentionOf(this.text, encoded, span);
      if (mention) this.of(kind).push(mention);
    } else if (
      here.length > 0 &&
      probability >= (BOUNDS[kind] ?? Infinity) &&
      here.every((mention) => mayChange(mention, span))
    )
      this.replace(here, span);
  }

  all(): Mention[] {
    return [...this.byKind.values()].flat().sort((a, b) => a.start - b.start || b.end - a.end);
  }
}

/** Whether a mention's bounds may change: lexicon names and names beside titles keep theirs. */
const mayChange = ({ name, title, start, end, rule }: Mention, span: Span) =>
  name === undefined &&
  rule !== 'encoder' &&
  (start !== span.start || end !== span.end) &&
  !(title && overlap(title, span) > 0);

/** Merges the encoder's spans into the rules' mentions: corrected bounds, and new mentions. */
export function joined(
  text: Text,
  mentions: readonly Mention[],
  reading: Pick<Reading, 'spans'>,
): Mention[] {
  const all = new Mentions(text, mentions);
  for (const span of reading.spans()) all.join(span);
  return all.all();
}
