import { Groups } from '../groups.ts';
import { pairsOf } from './blocks.ts';
import { compareUnits, MARGIN, MERGE, NEVER, REVIEW } from './compare.ts';
import { Judgements, pairOf } from './judgements.ts';
import { LoneNames } from './lone-names.ts';
import { isLone, parseName } from './names/person-name.ts';
import type { Comparison, Judged, Unit } from './unit.ts';

/** Which units are one entity, why, and which may be. */
export interface Resolution {
  /** Of each unit the id of its entity: that of one of its members. */
  readonly entityOf: ReadonlyMap<string, string>;
  /** Of each unit that was joined to another the comparison that did it; none where a person judged. */
  readonly because: ReadonlyMap<string, Comparison>;
  /** Pairs that may be one and were left apart, in order of their ids. */
  readonly candidates: readonly Comparison[];
  /** Of units with full names those that each may be, joined to it or not. */
  readonly related: ReadonlyMap<string, readonly string[]>;
}

/** Nobody reviews more for one lone name: a common one fits hundreds about as well. */
const BEARERS_SHOWN = 5;

const byScore = (a: Comparison, b: Comparison) =>
  b.score - a.score || (pairOf(a.left, a.right) < pairOf(b.left, b.right) ? -1 : 1);

/** Known to a lexicon, then by more than one document, then by order of text. */
function entityIdOf(members: readonly Unit[]): string {
  const [best] = [...members].sort(
    (a, b) =>
      Number(b.known) - Number(a.known) ||
      Number(a.local) - Number(b.local) ||
      (a.id < b.id ? -1 : 1),
  );
  return best!.id;
}

/** A surname alone, or a common full name without an office: it stands for the one who bears it, if there is one. */
export const isLoneName = ({ kind, names, local, offices }: Unit): boolean =>
  kind === 'Person' &&
  ((local && offices.length === 0) || names.every((name) => isLone(parseName(name))));

/** One resolution: groups that grow by the surest pair first, and never over what forbids it. */
class Resolver {
  groups = new Groups();
  readonly because = new Map<string, Comparison>();
  readonly candidates = new Map<string, Comparison>();
  readonly related = new Map<string, string[]>();
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #judged: Judgements;
  readonly #compared = new Map<string, Comparison>();

  constructor(units: readonly Unit[], judged: readonly Judged[]) {
    this.#units = new Map(units.map((unit) => [unit.id, unit]));
    this.#judged = new Judgements(judged, (id) => this.#units.has(id));
  }

  compare(a: string, b: string): Comparison {
    const pair = pairOf(a, b);
    const known = this.#compared.get(pair);
    if (known) return known;
    const fresh = compareUnits(this.#units.get(a)!, this.#units.get(b)!);
    this.#compared.set(pair, fresh);
    return fresh;
  }

  /** Whether each of one group may be each of another. */
  #mayBeOne(groups: Groups, { left, right }: Comparison, may: (a: string, b: string) => boolean) {
    const others = groups.membersOf(right);
    return groups.membersOf(left).every((one) => others.every((other) => may(one, other)));
  }

  /** Whether a unit fits two that are not one about as well: then it is guessed with neither. */
  #isTorn(unit: string, pairs: readonly Comparison[]): boolean {
    const [best, ...others] = pairs;
    const of = ({ left, right }: Comparison) => (left === unit ? right : left);
    return others.some(
      (pair) =>
        best!.score - pair.score < MARGIN &&
        !this.#judged.areOne(of(best!), of(pair)) &&
        this.compare(of(best!), of(pair)).score <= NEVER,
    );
  }

  #pairsToReview(units: readonly Unit[]): Comparison[] {
    const pairs: Comparison[] = [];
    for (const [a, b] of pairsOf(units)) {
      const pair = this.compare(a.id, b.id);
      if (pair.score >= REVIEW) pairs.push(pair);
    }
    for (const { left, right } of pairs.sort(byScore)) {
      this.related.set(left, [...(this.related.get(left) ?? []), right]);
      this.related.set(right, [...(this.related.get(right) ?? []), left]);
    }
    return pairs;
  }

  /** Joins those with full names, by what they show and by what people decided. */
  joinFull(units: readonly Unit[]): void {
    const pairs = this.#pairsToReview(units);
    const bySide = new Map<string, Comparison[]>();
    for (const pair of pairs.filter(({ score }) => score >= MERGE))
      for (const side of [pair.left, pair.right])
        bySide.set(side, [...(bySide.get(side) ?? []), pair]);
    const torn = new Set([...bySide].flatMap(([id, own]) => (this.#isTorn(id, own) ? [id] : [])));
    const joined = pairs.filter((pair) => {
      const sure = pair.score >= MERGE && !torn.has(pair.left) && !torn.has(pair.right);
      if (!sure || this.groups.find(pair.left) === this.groups.find(pair.right)) return false;
      const may = this.#mayBeOne(
        this.groups,
        pair,
        (one, other) =>
          !this.#judged.areApart(one, other) && this.compare(one, other).score > NEVER,
      );
      if (may) this.groups.join(pair.left, pair.right);
      return may;
    });
    this.#joinJudged(joined);
    for (const pair of pairs)
      if (!this.#judged.isDecided(pair.left, pair.right))
        this.candidates.set(pairOf(pair.left, pair.right), pair);
  }

  /**
   * Puts what people decided first, and then again all that was joined: two that are the same take
   * along those who were one with either, also such as do not fit the other. Only "different" parts them.
   * @param joined the pairs that were joined by what they show, the surest first
   */
  #joinJudged(joined: readonly Comparison[]): void {
    const groups = new Groups();
    for (const [left, right] of this.#judged.same) groups.join(left, right);
    for (const pair of joined) {
      if (groups.find(pair.left) === groups.find(pair.right)) continue;
      const may = (one: string, other: string) => !this.#judged.areApart(one, other);
      if (!this.#mayBeOne(groups, pair, may)) continue;
      groups.join(pair.left, pair.right);
      for (const side of [pair.left, pair.right])
        if (!this.because.has(side)) this.because.set(side, pair);
    }
    this.groups = groups;
  }

  /** Lets lone names follow full ones, the surest first; those judged the same follow together. */
  joinLone(lone: readonly Unit[], full: readonly Unit[]): void {
    const names = new LoneNames(full, (id) => this.groups.find(id));
    const named = new Set(full.flatMap(({ id }) => this.groups.membersOf(id)));
    const found = lone
      .filter(({ id }) => !named.has(id))
      .flatMap((unit) => {
        const { best, others } = names.bearersOf(unit);
        return best === null ? [] : [{ best, others }];
      });
    const may = (one: string, other: string) => !this.#judged.areApart(one, other);
    for (const { best, others } of found.sort((a, b) => byScore(a.best, b.best))) {
      const { left, right, score } = best;
      const sure = others.length === 0 && score >= MERGE && !named.has(left);
      if (sure && this.#mayBeOne(this.groups, best, may)) {
        for (const id of this.groups.membersOf(left)) named.add(id);
        this.groups.join(left, right);
        this.because.set(left, best);
      } else
        for (const pair of [best, ...others].slice(0, BEARERS_SHOWN))
          if (pair.score >= REVIEW && !this.#judged.isDecided(pair.left, pair.right))
            this.candidates.set(pairOf(pair.left, pair.right), pair);
    }
  }
}

/**
 * Decides which units are one entity: a function of the units and the judgements alone, whatever their
 * order. Full names are joined by the surest pairs first; a lone name then follows the one full name
 * that it may stand for. What people judged the same is one with all that either is; what they judged
 * different is never one, whatever the scores.
 */
export function resolve(units: readonly Unit[], judgements: readonly Judged[]): Resolution {
  const ordered = [...units].sort((a, b) => (a.id < b.id ? -1 : 1));
  const resolver = new Resolver(ordered, judgements);
  const lone = ordered.filter(isLoneName);
  const full = ordered.filter((unit) => !isLoneName(unit));
  resolver.joinFull(full);
  resolver.joinLone(lone, full);
  const byId = new Map(ordered.map((unit) => [unit.id, unit]));
  const entityOf = new Map<string, string>();
  for (const { id } of ordered) {
    if (entityOf.has(id)) continue;
    const members = resolver.groups.membersOf(id);
    const entity = entityIdOf(members.map((member) => byId.get(member)!));
    for (const member of members) entityOf.set(member, entity);
  }
  const candidates = [...resolver.candidates.values()]
    .filter(({ left, right }) => entityOf.get(left) !== entityOf.get(right))
    .sort((a, b) => (pairOf(a.left, a.right) < pairOf(b.left, b.right) ? -1 : 1));
  return { entityOf, because: resolver.because, candidates, related: resolver.related };
}
