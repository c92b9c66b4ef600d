import { GIVEN_NAMES, NAME_PARTICLES, NICKNAMES } from '../../lexicon/words.ts';
import type { Mention } from '../vocabulary.ts';
import { Cluster } from './cluster.ts';

const sameGiven = (a: string, b: string) =>
  a === b ||
  NICKNAMES.get(a) === b ||
  NICKNAMES.get(b) === a ||
  (Math.min(a.length, b.length) === 1 && a[0] === b[0]);

/** The words of a name; "Bin Salman" opens a sentence as "bin Salman" does not. */
function wordsOf(text: string): string[] {
  const words = text
    .replace(/\./g, '')
    .split(' ')
    .filter((word) => word.length > 1);
  return words.map((word, at) =>
    at < words.length - 1 && NAME_PARTICLES.has(word.toLowerCase()) ? word.toLowerCase() : word,
  );
}

/** Whether a single name is a surname that may stand first: "Li" of "Li Qiang", unlike a titled "Paul". */
const maybeFirst = ({ rule, text }: Mention) =>
  (rule !== 'title' && rule !== 'rank') || !GIVEN_NAMES.has(text);

/** People of a document, indexed by the words of their names. */
class People {
  readonly groups: Cluster[] = [];
  private readonly words: string[][] = [];
  private readonly byLast = new Map<string | undefined, number[]>();
  private readonly byName = new Map<string, Set<number>>();

  private list(word: string | undefined, number: number): void {
    const known = this.byLast.get(word);
    if (!known) this.byLast.set(word, [number]);
    else if (!known.includes(number)) {
      known.push(number);
      known.sort((a, b) => a - b);
    }
  }

  private call(name: string, number: number): void {
    const known = this.byName.get(name);
    if (known) known.add(number);
    else this.byName.set(name, new Set([number]));
  }

  private isCalled(number: number, form: string): boolean {
    const words = this.words[number]!;
    return (
      this.groups[number]!.name === form ||
      words.some((word, index) => word === form && (index > 0 || words.length === 1))
    );
  }

  /** All people with a name that the word begins, for whom it is not the last. */
  begunBy(word: string): Cluster[] {
    return [...(this.byName.get(word) ?? [])]
      .filter((number) => this.words[number]!.length > 1 && this.words[number]![0] === word)
      .map((number) => this.groups[number]!);
  }

  private index(number: number, words: string[]): void {
    this.words[number] = words;
    this.list(words.at(-1), number);
    this.call(this.groups[number]!.name, number);
    for (const word of words) this.call(word, number);
  }

  add(mention: Mention): void {
    const group = new Cluster('Person', mention.text);
    group.add(mention);
    this.index(this.groups.push(group) - 1, wordsOf(mention.text));
  }

  /** The first person whose surname and given names agree with these. */
  sameAs(mine: readonly string[]): number | undefined {
    const surname = mine.at(-1)!;
    const senior = surname.replace(/^Jr$/, mine.at(-2)!);
    const bearers = this.byLast.get(surname) ?? [];
    const all =
      surname === senior
        ? bearers
        : [...bearers, ...(this.byLast.get(senior) ?? [])].sort((a, b) => a - b);
    return all.find((number) => {
      const theirs = this.words[number]!;
      const last = theirs.at(-1);
      return (
        (surname === last || senior === last) &&
        (sameGiven(mine[0]!, theirs[0]!) || mine.every((word) => theirs.includes(word)))
      );
    });
  }

  join(number: number, mention: Mention, mine: string[]): void {
    const group = this.groups[number]!;
    group.add(mention);
    if (mine.length <= this.words[number]!.length) return;
    group.name = mention.text;
    this.index(number, mine);
  }

  /** All people whom a single name may denote. */
  calledBy(form: string): Cluster[] {
    return [...(this.byName.get(form) ?? [])]
      .sort((a, b) => a - b)
      .filter((number) => this.isCalled(number, form))
      .map((number) => this.groups[number]!);
  }
}

/**
 * Clusters full names first; a lone surname joins the only person who has it, if any: behind the
 * given names, else before them, as in Chinese, Korean, Japanese and Hungarian.
 */
export function clusterPeople(mentions: Mention[]): Cluster[] {
  const people = new People();
  const lone: Mention[] = [];
  for (const mention of mentions) {
    const mine = wordsOf(mention.text);
    if (mine.length <= 1) {
      lone.push(mention);
      continue;
    }
    const same = people.sameAs(mine);
    if (same === undefined) people.add(mention);
    else people.join(same, mention, mine);
  }
  for (const mention of lone) {
    const called = people.calledBy(mention.text);
    const bearers =
      called.length === 0 && maybeFirst(mention) ? people.begunBy(mention.text) : called;
    if (bearers.length === 1) bearers[0]!.add(mention);
    else if (bearers.length === 0) people.add(mention);
  }
  return people.groups;
}
