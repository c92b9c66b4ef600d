import type { Mention } from '../vocabulary.ts';

/** Names in a sentence. */
export type NamedIn = (sentence: number) => readonly string[];

/** Fewest people that two sentences must share to be about one encounter. */
const IN_COMMON = 2;

interface Encounter {
  /** Number in the order of first mention. */
  readonly number: number;
  readonly what: string;
  readonly key: string;
  readonly people: Set<string>;
  sentence: number;
  /** Whether a verb mentioned it last: the sentence's next verb is then another encounter. */
  byVerb: boolean;
  /** Whether "a meeting" introduced it: "a meeting" with others is then another one. */
  introduced: boolean;
}

/** Texts use different words for one talk; visits, exercises and summits keep theirs. */
const TALKS: ReadonlySet<string> = new Set(['meeting', 'call', 'dialogue']);
const alike = (a: string, b: string) => a === b || (TALKS.has(a) && TALKS.has(b));

/** Most encounters that are compared; no real text has more. Beyond it the oldest is dropped. */
const ENCOUNTERS_MAX = 300;

/** A definite description refers to an encounter within this many sentences before. */
const RECENT_SENTENCES = 4;

/**
 * Distinguishes unnamed encounters by their participants: "met", "the talks" and "the meeting" are
 * one until two other people meet. In doubt they stay apart.
 */
export class Encounters {
  private readonly peopleIn: NamedIn;
  /** The latest first; of one sentence the later one first. */
  private recent: Encounter[] = [];
  private count = 0;
  private readonly counts = new Map<string, number>();

  constructor(peopleIn: NamedIn) {
    this.peopleIn = peopleIn;
  }

  /**
   * @param again whether the words refer back: "the", "their"
   * @param besides whether the words introduce another encounter: "also met"
   * @param introduces whether the words introduce an encounter: "a meeting"
   */
  keyFor(
    what: string,
    mention: Mention,
    { again, besides, introduces }: Readonly<Record<'again' | 'besides' | 'introduces', boolean>>,
  ): string {
    const { sentence } = mention;
    const people = this.peopleIn(sentence);
    const byVerb = mention.rule === 'verb';
    const found =
      (besides ? undefined : this.find(what, sentence, people, { again, byVerb, introduces })) ??
      this.add(what, sentence, people);
    if (found.people.size < IN_COMMON) for (const name of people) found.people.add(name);
    found.sentence = sentence;
    found.byVerb = byVerb;
    found.introduced ||= introduces;
    this.refresh(found);
    return found.key;
  }

  /** Sentences come in order, so a recent encounter stays near the front. */
  private refresh(one: Encounter): void {
    const rest = this.recent.filter((other) => other !== one);
    const at = rest.findIndex(
      (other) =>
        other.sentence < one.sentence ||
        (other.sentence === one.sentence && other.number < one.number),
    );
    rest.splice(at < 0 ? rest.length : at, 0, one);
    this.recent = rest;
  }

  private find(
    what: string,
    sentence: number,
    people: readonly string[],
    { again, byVerb, introduces }: Readonly<Record<'again' | 'byVerb' | 'introduces', boolean>>,
  ): Encounter | undefined {
    const shared = (one: Encounter) => people.filter((name) => one.people.has(name)).length;
    const fits = (one: Encounter) =>
      what === 'visit'
        ? one.people.size === 0 || people.length === 0 || shared(one) > 0
        : one.people.size < IN_COMMON || people.length < IN_COMMON || shared(one) >= IN_COMMON;
    // "A call a day before the meeting": two words in one sentence are two encounters.
    const told = (one: Encounter) => one.what !== what && one.sentence === sentence;
    const another = (one: Encounter) =>
      (byVerb && one.byVerb && one.sentence === sentence) ||
      (introduces && one.introduced && shared(one) < IN_COMMON);
    const { recent } = this;
    const last = recent.find(
      (one) => alike(one.what, what) && !told(one) && fits(one) && !another(one),
    );
    if (last && (again ? sentence - last.sentence <= RECENT_SENTENCES : last.sentence === sentence))
      return last;
    const same = recent.filter((one) => one.what === what && !another(one));
    const met = same.find((one) => shared(one) >= IN_COMMON);
    if (met || byVerb) return met;
    return same.length === 1 && sentence - same[0]!.sentence <= RECENT_SENTENCES
      ? same.find(fits)
      : undefined;
  }

  private add(what: string, sentence: number, people: readonly string[]): Encounter {
    const others = this.counts.get(what) ?? 0;
    this.counts.set(what, others + 1);
    const one = {
      number: this.count++,
      what,
      key: others === 0 ? what : `${what} #${others}`,
      people: new Set(people),
      sentence,
      byVerb: false,
      introduced: false,
    };
    this.recent.unshift(one);
    if (this.recent.length > ENCOUNTERS_MAX) this.recent.pop();
    return one;
  }
}
