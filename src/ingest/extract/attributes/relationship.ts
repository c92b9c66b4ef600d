import type { PropertyValues } from '../../../model/extraction.ts';
import type { OwnProperty } from '../../../model/relationship-properties.ts';
import { RELATIONSHIPS } from '../../../model/relationships.ts';
import { before, type Span } from '../../text/text.ts';
import type { Document } from '../document.ts';
import { quantityBeside } from '../values/quantities.ts';
import type { Entity, RelationMention } from '../vocabulary.ts';
import { startElsewhere, startNear, untilReport, wordsOf } from './nearby-dates.ts';
import { titlesIn } from './titles.ts';

type Value = string | number | undefined;

function roleOf({ document }: Asked, { subjectMention, objectMention }: RelationMention): Value {
  const words = wordsOf(document, {
    start: Math.max(0, Math.min(subjectMention.start, objectMention.start) - 60),
    end: Math.max(subjectMention.end, objectMention.end) + 30,
  });
  if (/co-?chair/i.test(words)) return 'co_chair';
  if (/\bchaired\b|\bled by\b|\bleads?\b|\bheaded by\b/i.test(words)) return 'lead';
  if (
    /\bhost(?:s|ed|ing)?\b|\bwelcom(?:es?|ed|ing)\b|\breceived\b/i.test(words) &&
    subjectMention.start < objectMention.end
  )
    return 'host';
  return /\bvisit(?:s|ed|ing)?\b|\barrived\b|\btravel(?:s|led|ed)?\b/i.test(words)
    ? 'visitor'
    : undefined;
}

const endsOfSystems = (entities: readonly Entity[]) =>
  entities
    .filter(({ kind }) => kind === 'WeaponSystem')
    .flatMap(({ mentions }) => mentions.map(({ end }) => ({ start: end })))
    .sort((a, b) => a.start - b.start);

/** What is shared by all relationships of one document. */
interface Asked {
  readonly document: Document;
  /** Ends of its weapon systems, in ascending order. */
  readonly systemEnds: readonly { readonly start: number }[];
  /** Reads the title of an office. */
  readonly titleOf: (fact: RelationMention) => Value;
}

/** End of the weapon system before this one: the 3 of "Arrow 3 and the Patriot" is no quantity. */
const endOfSystemBefore = ({ systemEnds }: Asked, { start }: Span): number =>
  systemEnds[before(systemEnds, start + 1) - 1]?.start ?? 0;

function quantityOf(asked: Asked, { subjectMention, objectMention }: RelationMention): Value {
  const { document } = asked;
  const sentence = document.text.sentences[subjectMention.sentence]!;
  const before = wordsOf(document, {
    start: Math.max(
      sentence.start,
      objectMention.start - 70,
      endOfSystemBefore(asked, objectMention),
    ),
    end: objectMention.start,
  }).replace(/\s+/g, ' ');
  const after = wordsOf(document, {
    start: objectMention.end,
    end: objectMention.end + 50,
  }).replace(/\s+/g, ' ');
  return quantityBeside(before, after) ?? undefined;
}

/** The day of the event or agreement at one of its ends. */
function dayOf({ document }: Asked, fact: RelationMention): Value {
  const { type, subject, object, subjectMention, objectMention, modality } = fact;
  const [happening, mention] =
    subject.kind === 'Event' ? [subject, subjectMention] : [object, objectMention];
  const on = [
    startNear(document, objectMention, objectMention.sentence, happening),
    startNear(document, subjectMention, subjectMention.sentence, happening),
    startElsewhere(document, happening, mention)?.date,
  ].filter((date) => date !== undefined);
  const signed = type === 'SIGNED' && modality === 'asserted';
  const [date] = signed ? untilReport(document, on) : on;
  return date?.date;
}

/** The function that reads each own property; null for properties that texts are not read for. */
const READERS: Readonly<
  Record<OwnProperty, ((asked: Asked, fact: RelationMention) => Value) | null>
> = {
  title: (asked, fact) => asked.titleOf(fact),
  from: null,
  to: null,
  quantity: quantityOf,
  on: dayOf,
  role: roleOf,
  since: null,
};

/** @returns a function that reads a relationship's own properties from the words around its ends */
export function relationshipProperties(
  document: Document,
): (fact: RelationMention) => PropertyValues {
  const { entities } = document;
  const asked = {
    document,
    systemEnds: endsOfSystems(entities),
    titleOf: titlesIn(document),
  };
  return (fact) => {
    const properties: Record<string, string | number> = {};
    const own = RELATIONSHIPS[fact.type].own;
    for (const [name, read] of Object.entries(READERS)) {
      const value = name in own ? read?.(asked, fact) : undefined;
      if (value !== undefined) properties[name] = value;
    }
    return properties;
  };
}
