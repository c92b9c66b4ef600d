import type { PropertyValues } from '../../../model/extraction.ts';
import type { OwnProperty } from '../../../model/relationship-properties.ts';
import { RELATIONSHIPS } from '../../../model/relationships.ts';
import { ADDRESSES, RANK_PARTS } from '../../lexicon/words.ts';
import { anyForm } from '../../text/pattern.ts';
import { before, inside, type Span, squash } from '../../text/text.ts';
import type { Document } from '../document.ts';
import { quantityBeside } from '../values/quantities.ts';
import type { Entity, RelationMention } from '../vocabulary.ts';
import { startElsewhere, startNear, untilReport, wordsOf } from './nearby-dates.ts';

type Value = string | number | undefined;

/** Abbreviations of chiefs of staff, and offices that say little alone. */
const CHIEFS = ['coas', 'cns', 'cas', 'minister', 'secretary'];
/** A rank or form of address is a title only where no office is named. */
const ADDRESS = new RegExp(
  String.raw`^(?:${anyForm([...ADDRESSES, ...RANK_PARTS, ...CHIEFS])}\b[. ]*)+$`,
  'i',
);

const OFFICER_RANKS =
  'lt|lieutenant|maj|major|brig|brigadier|air (?:(?:chief|vice) )?marshal|(?:vice |rear )?(?:adm|admiral)|col|colonel|capt|captain';
/** A rank between office and name: "Deputy Chief of Army Staff Lt Gen". */
const RANK_BEHIND = new RegExp(
  String.raw`(?<=\w)\s+(?:${OFFICER_RANKS})\b[. ]*(?:gen|general|admiral|commander|colonel)?\.?(?: \(?retd\)?)?$`,
  'i',
);

/** A form of address or a rank between office and name: "Security Advisor Dr.". */
const ADDRESS_BEHIND =
  /(?:^|\s)(?:(?:mr|mrs|ms|dr|hon|prof|sir|smt|shri|h\.e)\.?|gen\.|rear-admiral)$/i;
/** "Under President Berg" is no under president. */
const UNDER = /^under (?!secretary\b|[-\w ]*secretary\b)/i;

/** Offices that need their complement: "Secretary of the Navy". */
const OF_ITS_OWN = /^(?:the )?(?:under|deputy |assistant )?secretary$/i;

/** Cuts the owner: "Saab's president" and "president of Saab" become "president". */
function withoutOwner(document: Document, title: Span, { kind, mentions }: Entity): Span {
  const owner = mentions.find((mention) => inside(mention, title));
  // The title may begin within the state's name: "South Korean President".
  const begun = mentions.find(
    ({ start, end }) => start < title.start && end > title.start && end < title.end,
  );
  if (begun) return { start: begun.end + 1, end: title.end };
  if (!owner) return title;
  const before = wordsOf(document, { start: title.start, end: owner.start });
  const after = wordsOf(document, { start: owner.end, end: title.end });
  if (/^(?:the |outgoing |current |new )*$/i.test(before)) {
    const start = owner.end + (/^(?:[’']s?)?\s+(?=\w)/.exec(after)?.[0].length ?? 0);
    return start > owner.end ? { start, end: title.end } : title;
  }
  const office = /^(.*\S)(?:\s+(?:of|at|for|with)\b[^,]{0,30}|,\s*)$/s.exec(before)?.[1];
  return kind === 'Organisation' && office !== undefined && !OF_ITS_OWN.test(office)
    ? { start: title.start, end: title.start + office.length }
    : title;
}

/** Words behind an office that lead to the next person: "CMD, Saab, Mr Lind", "Director by Mr Lind". */
const NEXT_PERSON = /(?:,|\b(?:by|and)|&)\s*(?:(?:mr|mrs|ms|dr|shri|smt)\b\.?\s*)?$/i;

/** Cuts a title before another person in it. */
function untilNextPerson(document: Document, title: Span, subject: Entity): Span {
  const starts = document.entities
    .filter(({ kind, id }) => kind === 'Person' && id !== subject.id)
    .flatMap(({ mentions }) => mentions)
    .filter((mention) => inside(mention, title) && !mention.reference)
    .map(({ start }) => start)
    .sort((a, b) => a - b);
  for (const start of starts) {
    const led = NEXT_PERSON.exec(wordsOf(document, { start: title.start, end: start }));
    if (led) return { start: title.start, end: title.start + led.index };
  }
  return title;
}

/** What an office is of, though no body of that name is known: "head of plans at the Saab Institute". */
const AT_A_BODY = / at (?:the )?\p{Lu}.*$/u;
/** What follows an office in a title and is none: "host and wife of a minister". */
const NO_OFFICE = /,? and (?:his |her )?(?:wife|husband|widow)\b.*$/i;
/** Honours before an office: "His Majesty King". */
const HONOUR = /^(?:(?:his|her|their) )?(?:majesty|excellency|royal highness)\b[ ,]*(?=\w)/i;

/** The title at this mention, else an office at another mention of the person. */
function titleOf({ document }: Asked, { subject, object, subjectMention }: RelationMention): Value {
  const titles = [subjectMention, ...subject.mentions].flatMap(({ title }) => title ?? []);
  const names = (title: Span) => object.mentions.some((mention) => inside(mention, title));
  const said = (title: Span) =>
    squash(
      wordsOf(document, withoutOwner(document, untilNextPerson(document, title, subject), object)),
    );
  const office = (title: Span) => !ADDRESS.test(said(title));
  const title = titles.find((one) => office(one) && names(one)) ?? titles.find(office) ?? titles[0];
  if (!title) return undefined;
  return (
    said(title)
      .replace(/^[(,\s]+|[),\s]+$/g, '')
      .replace(RANK_BEHIND, '')
      .replace(ADDRESS_BEHIND, '')
      .replace(NO_OFFICE, '')
      .replace(AT_A_BODY, '')
      .replace(HONOUR, '')
      .replace(UNDER, '')
      .replace(/^.* into (?:his|her|their) job as /, '')
      .replace(/^(?:the|a|an|his|her|its|their)\s+/i, '') || undefined
  );
}

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
  title: titleOf,
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
  const asked = { document, systemEnds: endsOfSystems(document.entities) };
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
