import { keyOf } from './key.ts';
import type { Kind, Mention, Text } from './terms.ts';

const OTHER_TIME =
  /\b(?:last|previous|earlier|next|upcoming|future|first|second|another|separate|later this|forthcoming|coming|planned|scheduled|soon|looks? forward|looked forward|in (?:19|20)\d\d|(?:January|February|March|April|May|June|July|August|September|October|November|December),? (?:19|20)\d\d)\b/i;
const MONEY = /[$€£]\s?[\d,.]+(?:\s?(?:million|billion|trillion|bn|mn|m|b)\b)?/i;
const HEADS: Record<string, string> = {
  contract: 'contract',
  contracts: 'contract',
  order: 'contract',
  deal: 'deal',
  mou: 'mou',
  mous: 'mou',
};

const around = (text: Text, mention: Mention) =>
  text.clean.slice(Math.max(0, mention.start - 30), mention.end + 25);
const isNamed = (mention: Mention) => /named|lexicon/.test(mention.by);

function keyOfAgreement(mention: Mention): string {
  const key = keyOf(mention.text);
  const head = key.split(' ').at(-1)!;
  if (/memorand/.test(key)) return 'mou';
  return HEADS[head] ?? head.replace(/s$/, '#');
}

/** Who is named in a sentence. */
export type PeopleIn = (sentence: number) => readonly string[];

/** Who must be in common for two sentences to tell of one encounter. */
const IN_COMMON = 2;

interface Encounter {
  readonly what: string;
  readonly key: string;
  readonly people: Set<string>;
  sentence: number;
}

/** What a talk is called changes within a text; a visit, an exercise or a summit stays one. */
const TALKS: ReadonlySet<string> = new Set(['meeting', 'call', 'dialogue']);
const alike = (a: string, b: string) => a === b || (TALKS.has(a) && TALKS.has(b));

/** A definite encounter is one of those told shortly before. */
const RECENT_SENTENCES = 4;

/**
 * Encounters that have no name, told apart by who meets: "met", "the talks" and "the meeting" are
 * one, until two other people meet.
 */
class Encounters {
  private readonly peopleIn: PeopleIn;
  private readonly known: Encounter[] = [];

  constructor(peopleIn: PeopleIn) {
    this.peopleIn = peopleIn;
  }

  /** @param again the words say that it was told before: "the", "their" */
  keyFor(what: string, { sentence }: Mention, again: boolean): string {
    const people = this.peopleIn(sentence);
    const found = this.find(what, sentence, people, again) ?? this.add(what, sentence, people);
    if (found.people.size < IN_COMMON) for (const name of people) found.people.add(name);
    found.sentence = sentence;
    return found.key;
  }

  private find(
    what: string,
    sentence: number,
    people: readonly string[],
    again: boolean,
  ): Encounter | undefined {
    const shared = (one: Encounter) => people.filter((name) => one.people.has(name)).length;
    const fits = (one: Encounter) =>
      one.people.size < IN_COMMON || people.length < IN_COMMON || shared(one) >= IN_COMMON;
    const recent = [...this.known].sort((x, y) => y.sentence - x.sentence);
    const last = recent.find((one) => alike(one.what, what) && fits(one));
    if (last && (again ? sentence - last.sentence <= RECENT_SENTENCES : last.sentence === sentence))
      return last;
    const same = recent.filter((one) => one.what === what);
    return same.find((one) => shared(one) >= IN_COMMON) ?? same.find(fits);
  }

  private add(what: string, sentence: number, people: readonly string[]): Encounter {
    const others = this.known.filter((one) => one.what === what).length;
    const one = {
      what,
      key: others === 0 ? what : `${what} #${others}`,
      people: new Set(people),
      sentence,
    };
    this.known.push(one);
    return one;
  }
}

/** Named happenings by name; described ones by kind, apart when the words place them at another time; "the agreement" is the last one named. */
export function groupHappenings(
  kind: Kind,
  mentions: Mention[],
  text: Text,
  peopleIn: PeopleIn = () => [],
): Mention[][] {
  const groups = new Map<string, Mention[]>();
  const put = (key: string, mention: Mention) =>
    groups.set(key, [...(groups.get(key) ?? []), mention]);
  let lastNamed: { key: string; head: string; sentence: number } | undefined;
  let lastSale: string | undefined;
  const lastFresh = new Map<string, string>();
  const encounters = new Encounters(peopleIn);
  const notice = /is the contracting activity/.test(text.clean);
  for (const mention of mentions) {
    if (kind === 'ArmsSale') {
      const { start, end } = text.sentences[mention.sentence];
      const value = (MONEY.exec(mention.text) ??
        (notice ? null : MONEY.exec(text.clean.slice(start, end))))?.[0];
      if (value) lastSale = keyOf(value);
      put(lastSale ?? 'sale', mention);
      continue;
    }
    if (isNamed(mention)) {
      const key = keyOf(mention.name ?? mention.text);
      lastNamed = { key, head: key.split(' ').at(-1)!, sentence: mention.sentence };
      put(key, mention);
      continue;
    }
    const what =
      kind === 'Agreement' ? keyOfAgreement(mention) : String(mention.properties?.kind ?? 'other');
    const definite = /\b(?:the|this|that|its|these|their)\s+$/i.test(
      text.clean.slice(Math.max(0, mention.start - 7), mention.start),
    );
    const fresh =
      kind === 'Agreement' &&
      !notice &&
      /\b(?:an?|new|separate|another|signed|inked|signing|several|series of|two|three)\s+(?:[\w-]+\s+){0,2}$/i.test(
        text.clean.slice(Math.max(0, mention.start - 30), mention.start),
      );
    const refers =
      lastNamed &&
      definite &&
      mention.sentence - lastNamed.sentence <= 6 &&
      (kind === 'Agreement'
        ? /agreement|pact|deal|framework|treaty|accord|strategy|initiative|memorandum|mou|partnership/.test(
            what,
          ) && !what.endsWith('#')
        : lastNamed.key.includes(what) || lastNamed.key.includes(keyOf(mention.text)));
    if (refers) put(lastNamed!.key, mention);
    else if (kind === 'Event' && what === 'other') put(`other ${keyOf(mention.text)}`, mention);
    else if (fresh) {
      lastFresh.set(what, `${what} @${mention.sentence}`);
      put(`${what} @${mention.sentence}`, mention);
    } else if (kind === 'Agreement')
      put(lastFresh.get(what.replace('#', '')) ?? lastFresh.get(what) ?? what, mention);
    else if (OTHER_TIME.test(around(text, mention)) && !definite)
      put(`${what} @${mention.sentence}`, mention);
    else put(encounters.keyFor(what, mention, definite), mention);
  }
  if (kind === 'ArmsSale' && groups.has('sale') && groups.size > 1) {
    const [first] = [...groups.keys()].filter((key) => key !== 'sale');
    groups.set(first, [...groups.get('sale')!, ...groups.get(first)!]);
    groups.delete('sale');
  }
  return [...groups.values()];
}
