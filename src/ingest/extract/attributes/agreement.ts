import type { Span } from '../../text/text.ts';
import type { Document } from '../document.ts';
import { NUMBER_IN_WORDS, readNumber } from '../values/numbers.ts';
import type { Entity, Mention, RelationMention } from '../vocabulary.ts';
import type { AddAttribute } from './attribute.ts';
import { nearest, nearestDate, untilReport, wordsOf } from './nearby-dates.ts';

const YEARS = new RegExp(String.raw`(?<![\w.,-])(\d{1,2}|${NUMBER_IN_WORDS})[- ]years?\b`, 'i');
const SIGNED =
  /\b(?:signed|inked|concluded|signing|entered into(?! (?:force|effect|operation))|initialled|initialed|sealed|put (?:their|his|her) (?:names?|signatures?))\b/gi;
const NOT_SIGNED = /\b(?:will|would|to be|not|yet|never|plans?|expected|hopes?|once|ahead of)\b/i;
/** Greatest distance, in UTF-16 units, between a verb of signing and the agreement. */
const SIGNING_NEAR = 70;

/** A cheap test first, because reading the dates of a sentence is slow. */
const MAY_BE_DATED = /\d{4}|\b(?:of|from|dated)\b/;

/** Whether a date is part of the name or joined to it: "the arrangement of 2012". */
function dates(document: Document, mention: Mention, date: Span): boolean {
  const from = Math.min(date.start, mention.end);
  const behind = wordsOf(document, { start: mention.end, end: Math.max(date.start, mention.end) });
  const named = wordsOf(document, { start: from, end: date.end });
  return date.start >= mention.end
    ? /^ ?(?:of|from|dated)? ?$/.test(behind) && /^ ?(?:of|from|dated)\b/.test(`${behind}${named}`)
    : date.end <= mention.end && date.end > mention.start && /^of\b/.test(named);
}

/** Verbs of signing beside an agreement, whoever signs: "the accord, signed in 2018". */
function signingVerbs(document: Document, agreement: Entity) {
  return agreement.mentions.flatMap((mention) => {
    const sentence = document.text.sentences[mention.sentence]!;
    const verbs = [...wordsOf(document, sentence).matchAll(SIGNED)].map((match) => ({
      start: sentence.start + match.index,
      end: sentence.start + match.index + match[0].length,
    }));
    const verb = nearest(verbs, mention);
    if (!verb) return [];
    const span = {
      start: Math.min(verb.start, mention.start),
      end: Math.max(verb.end, mention.end),
    };
    const before = wordsOf(document, {
      start: Math.max(sentence.start, verb.start - 30),
      end: verb.end,
    });
    if (
      span.end - span.start > SIGNING_NEAR + (mention.end - mention.start) ||
      NOT_SIGNED.test(before)
    )
      return [];
    const date = nearestDate(
      document,
      untilReport(document, document.values.daysOf(sentence)),
      verb,
    );
    return date ? [{ date, sentence: mention.sentence }] : [];
  });
}

/** Adds the duration of an agreement and the day of its signing. */
export function agreementAttributes(
  document: Document,
  agreement: Entity,
  signings: readonly RelationMention[],
  add: AddAttribute,
): void {
  for (const mention of agreement.mentions) {
    const sentence = document.text.sentences[mention.sentence]!;
    const span = {
      start: Math.max(sentence.start, mention.start - 25),
      end: Math.min(sentence.end, mention.end + 25),
    };
    const years = YEARS.exec(wordsOf(document, span));
    if (years) {
      const start = span.start + years.index;
      add(
        'durationYears',
        String(readNumber(years[1]!)),
        { start, end: start + years[0].length },
        mention.sentence,
      );
    }
  }
  for (const mention of agreement.mentions) {
    const { start, end } = mention;
    if (!MAY_BE_DATED.test(wordsOf(document, { start, end: end + 8 }))) continue;
    const date = document.values
      .daysOf(document.text.sentences[mention.sentence]!)
      .find((one) => dates(document, mention, one));
    if (date) add('signedOn', date.date, date, mention.sentence, 0.8);
  }
  for (const { date, sentence } of signingVerbs(document, agreement))
    add('signedOn', date.date, date, sentence, 0.8);
  for (const { objectMention } of signings) {
    const date = nearestDate(
      document,
      untilReport(
        document,
        document.values.daysOf(document.text.sentences[objectMention.sentence]!),
      ),
      objectMention,
    );
    if (date) add('signedOn', date.date, date, objectMention.sentence, 0.85);
  }
}
