import type { Mention } from '../vocabulary.ts';

/** Who is named in a sentence. */
export type NamedIn = (sentence: number) => readonly string[];

/** Who must be in common for two sentences to tell of one encounter. */
const IN_COMMON = 2;

interface Encounter {
  /** In the order they were first told. */
  readonly number: number;
  readonly what: string;
  readonly key: string;
  readonly people: Set<string>;
  sentence: number;
  /** A verb told it last: the next verb of the sentence tells another. */
  byVerb: boolean;
}

/** What a talk is called changes within a text; a visit, an exercise or a summit stays one. */
const TALKS: ReadonlySet<string> = new Set(['meeting', 'call', 'dialogue']);
const alike = (a: string, b: string) => a === b || (TALKS.has(a) && TALKS.has(b));

/** No text tells of so many; beyond them the one told longest ago is not met again. */
const ENCOUNTERS_MAX = 300;

/** A definite encounter is one of those told shortly before. */
const RECENT_SENTENCES = 4;

/**
 * Encounters that have no name, told apart by who meets: "met", "the talks" and "the meeting" are
 * one, until two other people meet. In doubt they are two.
 */
export class Encounters {
  private readonly peopleIn: NamedIn;
  /** The last told first; of those told in one sentence the later one. */
  private recent: Encounter[] = [];
  private count = 0;
  private readonly counts = new Map<string, number>();

  constructor(peopleIn: NamedIn) {
    this.peopleIn = peopleIn;
  }

  /**
   * @param again the words say that it was told before: "the", "their"
   * @param besides the words say that it is another one: "also met"
   */
  keyFor(what: string, mention: Mention, again: boolean, besides: boolean): string {
    const { sentence } = mention;
    const people = this.peopleIn(sentence);
    const byVerb = mention.rule === 'verb';
    const found =
      (besides ? undefined : this.find(what, sentence, people, again, byVerb)) ??
      this.add(what, sentence, people);
    if (found.people.size < IN_COMMON) for (const name of people) found.people.add(name);
    found.sentence = sentence;
    found.byVerb = byVerb;
    this.refresh(found);
    return found.key;
  }

  /** Sentences are told in their order: what was told just now is among the first. */
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
    again: boolean,
    byVerb: boolean,
  ): Encounter | undefined {
    const shared = (one: Encounter) => people.filter((name) => one.people.has(name)).length;
    const fits = (one: Encounter) =>
      what === 'visit'
        ? one.people.size === 0 || people.length === 0 || shared(one) > 0
        : one.people.size < IN_COMMON || people.length < IN_COMMON || shared(one) >= IN_COMMON;
    // "A call a day before the meeting": two words in one sentence are two talks.
    const told = (one: Encounter) => one.what !== what && one.sentence === sentence;
    const another = (one: Encounter) => byVerb && one.byVerb && one.sentence === sentence;
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
    };
    this.recent.unshift(one);
    if (this.recent.length > ENCOUNTERS_MAX) this.recent.pop();
    return one;
  }
}
