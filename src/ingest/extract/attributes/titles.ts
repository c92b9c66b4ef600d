import { remembered } from '../../../remembered.ts';
import { ADDRESSES, RANK_PARTS } from '../../lexicon/words.ts';
import { anyForm } from '../../text/pattern.ts';
import { before, inside, type Span, squash } from '../../text/text.ts';
import type { Document } from '../document.ts';
import { titleAfter } from '../mentions/people/titles-behind.ts';
import type { Entity, Mention, MentionRule, RelationMention } from '../vocabulary.ts';
import { ownOffice, withDepartment } from './joint-offices.ts';
import { wordsOf } from './nearby-dates.ts';

/** Abbreviations of chiefs of staff, and offices that say little alone. */
const CHIEFS = ['coas', 'cns', 'cas', 'minister', 'secretary'];
/** A rank or form of address is a title only where no office is named. */
const SERVICES = '(?:army|navy|air force|marine corps|marines|coast guard|space force)';
const ADDRESS = new RegExp(
  String.raw`^(?:${SERVICES} )?(?:${anyForm([...ADDRESSES, ...RANK_PARTS, ...CHIEFS])}\b[. ]*)+$`,
  'i',
);

/** A seat in a legislature tells less than an office in the state: "Senator Berg, the Minister for Trade". */
const SEAT =
  /^(?:U\.?S\.? )?(?:sen(?:ator)?|rep(?:resentative)?|congress(?:wo)?man|lawmaker|legislator|mp|mep)\.?$/i;
/** Offices as they are written before names. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['sen', 'Senator'],
  ['rep', 'Representative'],
  ['gov', 'Governor'],
  ['amb', 'Ambassador'],
]);

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
const UNDER = /^under (?![-\w ]*secretary\b)/i;

/** Offices that need their complement: "Secretary of the Navy". */
const OF_ITS_OWN = /^(?:the )?(?:under|deputy |assistant )?secretary$/i;

/** "Secretary of the Department of Defence" is the secretary of that body. */
const MINISTRY = /^(?:department|ministry)\b/i;

/** A document as titles are read in it. */
interface Titled {
  readonly document: Document;
  /** Names of its people, in ascending order. */
  readonly people: readonly (Span & { readonly entity: Entity; readonly rule: MentionRule })[];
  /** Offices that stand behind a person's names. */
  readonly behind: (subject: Entity) => readonly Span[];
}

/** The office behind a surname alone: "Berg, a junior senator, said". */
const titlesBehind = ({ text }: Document, { mentions }: Entity): readonly Span[] =>
  mentions
    .filter(({ reference }) => !reference)
    .flatMap(({ sentence, end }) => {
      const { tokens } = text.sentences[sentence]!;
      return titleAfter(tokens, before(tokens, end)) ?? [];
    });

const peopleIn = (entities: readonly Entity[]) =>
  entities
    .filter(({ kind }) => kind === 'Person')
    .flatMap((entity) =>
      entity.mentions.flatMap(({ reference, rule, start, end }) =>
        reference ? [] : [{ entity, rule, start, end }],
      ),
    )
    .sort((a, b) => a.start - b.start);

/** An entity's mentions, of which there may be very many, that a title may overlap. */
const mentionsAt = ({ mentions }: Entity, title: Span): Mention[] =>
  mentions.slice(Math.max(0, before(mentions, title.start) - 1), before(mentions, title.end));

/** Cuts the owner: "Saab's president" and "president of Saab" become "president". */
function withoutOwner(document: Document, title: Span, object: Entity): Span {
  const mentions = mentionsAt(object, title);
  const owner = mentions.find((mention) => inside(mention, title));
  // The title may begin within the state's name: "South Korean President".
  const begun = mentions.find(
    ({ start, end }) => start < title.start && end > title.start && end < title.end,
  );
  if (begun) return { start: begun.end + 1, end: title.end };
  if (!owner) return title;
  const ahead = wordsOf(document, { start: title.start, end: owner.start });
  const after = wordsOf(document, { start: owner.end, end: title.end });
  if (/^(?:the |outgoing |current |new )*$/i.test(ahead)) {
    const start = owner.end + (/^(?:[’']s?)?\s+(?=\w)/.exec(after)?.[0].length ?? 0);
    return start > owner.end ? { start, end: title.end } : title;
  }
  const office = /^(.*\S)(?:\s+(?:of|at|for|with)\b[^,]{0,30}|,\s*)$/s.exec(ahead)?.[1];
  const isOwn = office !== undefined && OF_ITS_OWN.test(office) && !MINISTRY.test(owner.text);
  return object.kind === 'Organisation' && office !== undefined && !isOwn
    ? { start: title.start, end: title.start + office.length }
    : title;
}

/** Words behind an office that lead to the next person: "CMD, Saab, Mr Lind", "Director by Mr Lind". */
const NEXT_PERSON = /(?:,|\b(?:by|and)|&)\s*(?:(?:mr|mrs|ms|dr|shri|smt)\b\.?\s*)?$/i;

/** Cuts a title before another person in it. */
function untilNextPerson({ document, people }: Titled, title: Span, subject: Entity): Span {
  for (let at = before(people, title.start); at < people.length; at++) {
    const { entity, start, end } = people[at]!;
    if (start >= title.end) break;
    if (entity.id === subject.id || end > title.end) continue;
    const led = NEXT_PERSON.exec(wordsOf(document, { start: title.start, end: start }));
    if (led) return { start: title.start, end: title.start + led.index };
  }
  return title;
}

/** What an office is of, though no body of that name is known: "head of plans at the Saab Institute". */
const AT_A_BODY = / (?:at|from) (?:the )?\p{Lu}.*$/u;
/** What follows an office in a title and is none: "host and wife of a minister". */
const NO_OFFICE = /,? and (?:his |her )?(?:wife|husband|widow)\b.*$/i;
/** What stands above a text, taken for the beginning of an office: "MEDIA RELEASE Senator". */
const OF_PAGE = /^(?:(?:media|press|news) )?(?:release|statement|transcript)\s+(?=\p{Lu})/iu;
const cleaned = (words: string, { name, aliases }: Entity) =>
  squash(words)
    // "CMD-Saab".
    .replace(/(?<=\p{L})-(\p{Lu}\p{L}+)$/u, (all, owner: string) =>
      owner === name || aliases.includes(owner) ? '' : all,
    )
    .replace(OF_PAGE, '')
    .replace(/\s+the(?: (?:rt )?hon\.?)?$/i, '');
/** Honours before an office: "His Majesty King". */
const HONOUR = /^(?:(?:his|her|their) )?(?:majesty|excellency|royal highness)\b[ ,]*(?=\w)/i;

/** The title at this mention, else an office at another mention of the person. */
function titleOf(
  titled: Titled,
  { subject, object, subjectMention }: RelationMention,
): string | undefined {
  const { document } = titled;
  const told = [subjectMention, ...subject.mentions].flatMap(({ title }) => title ?? []);
  const titles = told.length > 0 ? told : titled.behind(subject);
  const names = (title: Span) =>
    mentionsAt(object, title).some((mention) => inside(mention, title));
  const said = remembered((whole: Span) => {
    const mine = ownOffice(document, untilNextPerson(titled, whole, subject), object);
    const field = withDepartment(titled, withoutOwner(document, mine, object), object);
    return cleaned(wordsOf(document, field), object);
  });
  const office = (title: Span) => !ADDRESS.test(said(title));
  const title =
    titles.find((one) => office(one) && names(one)) ??
    titles.find((one) => office(one) && !SEAT.test(said(one))) ??
    titles.find(office) ??
    titles[0];
  if (!title) return undefined;
  const words = said(title);
  return (
    (SHORT.get(words.toLowerCase().replace(/\.$/, '')) ?? words)
      .replace(/^[(,\s]+|[),\s]+$/g, '')
      .replace(RANK_BEHIND, '')
      .replace(ADDRESS_BEHIND, '')
      .replace(NO_OFFICE, '')
      .replace(AT_A_BODY, '')
      .replace(HONOUR, '')
      .replace(UNDER, '')
      .replace(/^.* into (?:his|her|their) job as /, '')
      .replace(/^(?:and |& )?(?:the|a|an|his|her|its|their)\s+|^and\s+/i, '')
      .replace(/(?:\s|,)+(?:&|and)$/, '') || undefined
  );
}

/** @returns a function that reads the title of an office from the words around its ends */
export function titlesIn(document: Document): (fact: RelationMention) => string | undefined {
  const titled = {
    document,
    people: peopleIn(document.entities),
    behind: remembered((subject: Entity) => titlesBehind(document, subject)),
  };
  return (fact) => titleOf(titled, fact);
}
