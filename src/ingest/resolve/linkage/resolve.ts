import { pairsOf } from './blocks.ts';
import { compareUnits, MARGIN, MERGE, NEVER, REVIEW } from './compare.ts';
import { Groups } from './groups.ts';
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

const pairOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);
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

export const isLoneName = ({ kind, names }: Unit): boolean =>
  kind === 'Person' && names.every((name) => isLone(parseName(name)));

/** One resolution: groups that grow by the surest pair first, and never over what forbids it. */
class Resolver {
  readonly groups = new Groups();
  readonly because = new Map<string, Comparison>();
  readonly candidates = new Map<string, Comparison>();
  readonly related = new Map<string, string[]>();
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #judged = new Map<string, Judged['verdict']>();
  readonly #apart = new Map<string, string[]>();
  readonly #compared = new Map<string, Comparison>();

  constructor(units: readonly Unit[], judgements: readonly Judged[]) {
    this.#units = new Map(units.map((unit) => [unit.id, unit]));
    for (const { left, right, verdict } of judgements) {
      this.#judged.set(pairOf(left, right), verdict);
      if (verdict !== 'different') continue;
      this.#apart.set(left, [...(this.#apart.get(left) ?? []), right]);
      this.#apart.set(right, [...(this.#apart.get(right) ?? []), left]);
    }
  }

  verdictOf(a: string, b: string): Judged['verdict'] | null {
    return this.#judged.get(pairOf(a, b)) ?? null;
  }

  compare(a: string, b: string): Comparison {
    const pair = pairOf(a, b);
    const known = this.#compared.get(pair);
    if (known) return known;
    const fresh = compareUnits(this.#units.get(a)!, this.#units.get(b)!);
    this.#compared.set(pair, fresh);
    return fresh;
  }

  /** Whether two groups may be one. */
  #mayJoin(a: string, b: string, judgedOnly: boolean): boolean {
    const others = this.groups.membersOf(b);
    return this.groups.membersOf(a).every((one) =>
      others.every((other) => {
        const verdict = this.verdictOf(one, other);
        if (verdict !== null && verdict !== 'unsure') return verdict === 'same';
        return judgedOnly || this.compare(one, other).score > NEVER;
      }),
    );
  }

  /** @returns whether they are one now */
  join(a: string, b: string, judgedOnly = false): boolean {
    if (this.groups.find(a) === this.groups.find(b)) return true;
    if (!this.#mayJoin(a, b, judgedOnly)) return false;
    this.groups.join(a, b);
    return true;
  }

  /** What people decided comes first: "different" holds against "same" of others. */
  joinJudged(): void {
    for (const [pair, verdict] of [...this.#judged].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const [left, right] = pair.split(' ') as [string, string];
      if (verdict === 'same' && this.#units.has(left) && this.#units.has(right))
        this.join(left, right, true);
    }
  }

  /** Whether a unit fits two that are not one about as well: then it is guessed with neither. */
  #isTorn(unit: string, pairs: readonly Comparison[]): boolean {
    const [best, ...others] = pairs;
    const of = ({ left, right }: Comparison) => (left === unit ? right : left);
    return others.some(
      (pair) =>
        best!.score - pair.score < MARGIN && this.compare(of(best!), of(pair)).score <= NEVER,
    );
  }

  joinFull(units: readonly Unit[]): void {
    const pairs: Comparison[] = [];
    for (const [a, b] of pairsOf(units)) {
      const verdict = this.verdictOf(a.id, b.id);
      if (verdict === 'same' || verdict === 'different') continue;
      const pair = this.compare(a.id, b.id);
      if (pair.score >= REVIEW) pairs.push(pair);
    }
    pairs.sort(byScore);
    for (const { left, right } of pairs) {
      this.related.set(left, [...(this.related.get(left) ?? []), right]);
      this.related.set(right, [...(this.related.get(right) ?? []), left]);
    }
    const bySide = new Map<string, Comparison[]>();
    for (const pair of pairs.filter(({ score }) => score >= MERGE))
      for (const side of [pair.left, pair.right])
        bySide.set(side, [...(bySide.get(side) ?? []), pair]);
    const torn = new Set([...bySide].flatMap(([id, own]) => (this.#isTorn(id, own) ? [id] : [])));
    for (const pair of pairs) {
      const sure = pair.score >= MERGE && !torn.has(pair.left) && !torn.has(pair.right);
      const apart = this.groups.find(pair.left) !== this.groups.find(pair.right);
      if (sure && this.join(pair.left, pair.right)) {
        if (apart) this.#note(pair);
      } else this.candidates.set(pairOf(pair.left, pair.right), pair);
    }
  }

  #note(pair: Comparison): void {
    for (const side of [pair.left, pair.right])
      if (!this.because.has(side)) this.because.set(side, pair);
  }

  /** Whether a person told a unit from any of a group. */
  #isJudgedApart(unit: string, group: string): boolean {
    return (this.#apart.get(unit) ?? []).some(
      (other) => this.groups.find(other) === this.groups.find(group),
    );
  }

  joinLone(lone: readonly Unit[], full: readonly Unit[]): void {
    const names = new LoneNames(full, (id) => this.groups.find(id));
    for (const unit of [...lone].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      if (this.groups.membersOf(unit.id).length > 1) continue; // judged
      const { best, others } = names.bearersOf(unit);
      if (best === null) continue;
      if (others.length === 0 && best.score >= MERGE && !this.#isJudgedApart(unit.id, best.right)) {
        this.groups.join(unit.id, best.right);
        this.because.set(unit.id, best);
      } else
        for (const pair of [best, ...others])
          if (pair.score >= REVIEW && this.verdictOf(pair.left, pair.right) !== 'different')
            this.candidates.set(pairOf(pair.left, pair.right), pair);
    }
  }
}

/**
 * Decides which units are one entity: a function of the units and the judgements alone, whatever their
 * order. Full names are joined by the surest pairs first; a lone name then follows the one full name
 * that it may stand for. What people judged different is never one, whatever the scores.
 */
export function resolve(units: readonly Unit[], judgements: readonly Judged[]): Resolution {
  const ordered = [...units].sort((a, b) => (a.id < b.id ? -1 : 1));
  const resolver = new Resolver(ordered, judgements);
  resolver.joinJudged();
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
