import { addTo } from '../../../grouped.ts';
import { Groups } from '../groups.ts';
import { pairsOf } from './blocks.ts';
import { compareUnits, MARGIN, MERGE, NEVER, REVIEW } from './compare.ts';
import { mayBeOnePerson } from './compare-person.ts';
import { Judgements, pairOf } from './judgements.ts';
import { isLoneName } from './keys.ts';
import { LoneNames } from './lone-names.ts';
import type { Comparison, Judged, Unit } from './unit.ts';

/** Which units are one entity, why, and which pairs are open. */
export interface Resolution {
  /** The entity id of each unit: the id of one of its members. */
  readonly entityOf: ReadonlyMap<string, string>;
  /** The comparison by which each joined unit was joined; none for a person's judgement. */
  readonly because: ReadonlyMap<string, Comparison>;
  /** Pairs that may be one but were kept apart, ordered by their ids. */
  readonly candidates: readonly Comparison[];
  /** For units with full names, the units that each may be, whether joined or not. */
  readonly related: ReadonlyMap<string, readonly string[]>;
}

/** Most candidates shown for one lone name, which may fit hundreds about equally. */
const BEARERS_SHOWN = 5;

/** A comparison without its reasons, which take ten times its memory and are told of few. */
type Scored = Pick<Comparison, 'left' | 'right' | 'score'>;

const byScore = (a: Scored, b: Scored) =>
  b.score - a.score || (pairOf(a.left, a.right) < pairOf(b.left, b.right) ? -1 : 1);

/** Prefers a unit in a lexicon, then one of several documents, then the first id. */
function entityIdOf(members: readonly Unit[]): string {
  const [best] = [...members].sort(
    (a, b) =>
      Number(b.known) - Number(a.known) ||
      Number(a.local) - Number(b.local) ||
      (a.id < b.id ? -1 : 1),
  );
  return best!.id;
}

/** One resolution: groups grow by the most likely pair first, and never against a veto. */
class Resolver {
  groups = new Groups();
  readonly because = new Map<string, Comparison>();
  readonly candidates = new Map<string, Scored | Comparison>();
  readonly related = new Map<string, string[]>();
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #judged: Judgements;
  readonly #scores = new Map<string, number>();

  constructor(units: readonly Unit[], judged: readonly Judged[]) {
    this.#units = new Map(units.map((unit) => [unit.id, unit]));
    this.#judged = new Judgements(judged, (id) => this.#units.has(id));
  }

  /** The comparison of two units with its reasons. */
  compare({ left, right }: Scored): Comparison {
    return compareUnits(this.#units.get(left)!, this.#units.get(right)!);
  }

  #score(a: string, b: string): number {
    const pair = pairOf(a, b);
    const known = this.#scores.get(pair);
    if (known !== undefined) return known;
    const { score } = compareUnits(this.#units.get(a)!, this.#units.get(b)!);
    this.#scores.set(pair, score);
    return score;
  }

  /** Whether `may` holds between all members of two groups. */
  #mayBeOne(groups: Groups, { left, right }: Scored, may: (a: string, b: string) => boolean) {
    const others = groups.membersOf(right);
    return groups.membersOf(left).every((one) => others.every((other) => may(one, other)));
  }

  /** Whether a unit fits two others about equally that are not one: it then joins neither. */
  #isTorn(unit: string, pairs: readonly Scored[]): boolean {
    const [best, ...others] = pairs;
    const of = ({ left, right }: Scored) => (left === unit ? right : left);
    return others.some(
      (pair) =>
        best!.score - pair.score < MARGIN &&
        !this.#judged.areOne(of(best!), of(pair)) &&
        this.#score(of(best!), of(pair)) <= NEVER,
    );
  }

  #pairsToReview(units: readonly Unit[]): Scored[] {
    const pairs: Scored[] = [];
    for (const [one, other] of pairsOf(units)) {
      if (one.kind === 'Person' && !mayBeOnePerson(one, other)) continue;
      const [left, right] = [one.id, other.id];
      const score = this.#score(left, right);
      if (score >= REVIEW) pairs.push({ left, right, score });
    }
    for (const { left, right } of pairs.sort(byScore)) {
      addTo(this.related, left, right);
      addTo(this.related, right, left);
    }
    return pairs;
  }

  /** Joins units with full names by their scores and by people's judgements. */
  joinFull(units: readonly Unit[]): void {
    const pairs = this.#pairsToReview(units);
    const bySide = new Map<string, Scored[]>();
    for (const pair of pairs.filter(({ score }) => score >= MERGE))
      for (const side of [pair.left, pair.right]) addTo(bySide, side, pair);
    const torn = new Set([...bySide].flatMap(([id, own]) => (this.#isTorn(id, own) ? [id] : [])));
    const joined = pairs.filter((pair) => {
      const sure = pair.score >= MERGE && !torn.has(pair.left) && !torn.has(pair.right);
      if (!sure || this.groups.find(pair.left) === this.groups.find(pair.right)) return false;
      const may = this.#mayBeOne(
        this.groups,
        pair,
        (one, other) => !this.#judged.areApart(one, other) && this.#score(one, other) > NEVER,
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
   * Applies judgements first, then all earlier joins again: two units judged the same bring the
   * members of both groups, even those that do not fit each other. Only "different" separates them.
   * @param joined pairs joined by their scores, the most likely first
   */
  #joinJudged(joined: readonly Scored[]): void {
    const groups = new Groups();
    for (const [left, right] of this.#judged.same) groups.join(left, right);
    for (const pair of joined) {
      if (groups.find(pair.left) === groups.find(pair.right)) continue;
      const may = (one: string, other: string) => !this.#judged.areApart(one, other);
      if (!this.#mayBeOne(groups, pair, may)) continue;
      groups.join(pair.left, pair.right);
      for (const side of [pair.left, pair.right])
        if (!this.because.has(side)) this.because.set(side, this.compare(pair));
    }
    this.groups = groups;
  }

  /** Joins lone names to full names, the most likely first; those judged the same join together. */
  joinLone(lone: readonly Unit[], full: readonly Unit[]): void {
    const names = new LoneNames(full, (id) => this.groups.find(id));
    const named = new Set(full.flatMap(({ id }) => this.groups.membersOf(id)));
    const found = lone
      .filter(({ id }) => !named.has(id))
      .flatMap((unit) => {
        const { best, others } = names.bearersOf(unit);
        return best === null ? [] : [{ best, others: others.slice(0, BEARERS_SHOWN - 1) }];
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
        for (const pair of [best, ...others])
          if (pair.score >= REVIEW && !this.#judged.isDecided(pair.left, pair.right))
            this.candidates.set(pairOf(pair.left, pair.right), pair);
    }
  }
}

/**
 * Resolves units into entities, as a function of the units and judgements alone, whatever their
 * order. Full names are joined by the most likely pairs first; a lone name then joins the one full
 * name that it may denote. Units judged the same are one with all that either is; units judged
 * different are never one, whatever the scores.
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
    .sort((a, b) => (pairOf(a.left, a.right) < pairOf(b.left, b.right) ? -1 : 1))
    .map((pair) => ('reasons' in pair ? pair : resolver.compare(pair)));
  return { entityOf, because: resolver.because, candidates, related: resolver.related };
}
