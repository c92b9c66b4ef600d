import type { Document } from '../document.ts';
import { NUMBER, readNumber } from '../values/numbers.ts';
import type { Entity } from '../vocabulary.ts';
import type { AddAttribute } from './attribute.ts';
import {
  datesByRole,
  nearest,
  startElsewhere,
  startNear,
  wordsOf,
  yearIn,
} from './nearby-dates.ts';

const PERSONNEL = new RegExp(
  String.raw`\b(${NUMBER})(?: [A-Z][\w.]*| [a-z-]+){0,3} (?:personnel|troops|soldiers|sailors|marines|service members|servicemen)\b`,
  'i',
);

/** Kinds of event that last for days. */
const LASTING: ReadonlySet<string> = new Set(['exercise', 'visit', 'operation', 'other']);

/** Adds the first and last day of an event. */
export function eventAttributes(document: Document, event: Entity, add: AddAttribute): void {
  const year = yearIn(event.name);
  for (const mention of event.mentions.slice(0, 4)) {
    const sentence = document.text.sentences[mention.sentence]!;
    const { ends } = datesByRole(document, sentence, year);
    const date = startNear(document, mention, mention.sentence, event);
    if (date) add('startsOn', date.date, date, mention.sentence, 0.8);
    if (date?.until) add('endsOn', date.until, date, mention.sentence, 0.8);
    const end = nearest(ends, mention);
    if (end && !date?.until && LASTING.has(String(event.properties.kind)))
      add('endsOn', end.date, end, mention.sentence, 0.75);
    const people =
      event.properties.kind === 'exercise' ? PERSONNEL.exec(wordsOf(document, sentence)) : null;
    if (people) {
      const start = sentence.start + people.index;
      add(
        'personnel',
        String(readNumber(people[1]!)),
        { start, end: start + people[0].length },
        mention.sentence,
        0.8,
      );
    }
  }
  const first = event.mentions.find(({ reference }) => !reference);
  const told = first && startElsewhere(document, event, first);
  if (told) add('startsOn', told.date.date, told.date, told.sentence, 0.6);
  // "Sea Fair 2024": the edition of a fair says its year, where nothing says the day.
  if (first && year) add('startsOn', String(year), first, first.sentence, 0.5);
}
