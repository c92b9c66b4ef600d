import { addTo } from '../../../grouped.ts';
import { Groups } from '../groups.ts';
import { type Around, Mates } from './blocks/around.ts';
import { isLoneName } from './blocks/keys.ts';
import { compareUnits, MARGIN, MERGE, NEVER, REVIEW } from './compare.ts';
import { mayBeOnePerson } from './compare-person.ts';
import { Judgements, pairOf } from './judgements.ts';
import { LoneNames } from './lone-names.ts';
import type { Comparison, Judged, Unit } from './unit.ts';

/** Most candidates shown for one lone name, which may fit hundreds about equally. */
const BEARERS_SHOWN = 5;

/** A comparison without its reasons, which take ten times its memory and are told of few. */
type Scored = Pick<Comparison, 'left' | 'right' | 'score'>;

const byScore = (a: Scored, b: Scored) =>
  b.score - a.score || (pairOf(a.left, a.right) < pairOf(b.left, b.right) ? -1 : 1);

/** One resolution: groups grow by the most likely pair first, and never against a veto. */
export class Resolver {
  groups = new Groups();
  readonly because = new Map<string, Comparison>();
  readonly candidates = new Map<string, Scored | Comparison>();
  readonly related = new Map<string, string[]>();
  /** Units that are decided: those in focus and all that these may be. */
  readonly decided = new Set<string>();
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #judged: Judgements;
  readonly #around: Around;
  readonly #mates: Mates;

  constructor(units: ReadonlyMap<string, Unit>, judged: readonly Judged[], around: Around) {
    this.#units = units;
    this.#judged = new Judgements(judged, (id) => units.has(id));
    this.#around = around;
    this.#mates = new Mates(units.values(), around.before);
  }

  /** The comparison of two units with its reasons. */
  compare({ left, right }: Scored): Comparison {
    return compareUnits(this.#units.get(left)!, this.#units.get(right)!);
  }

  #score(a: string, b: string): number {
    const pair = pairOf(a, b);
    const known = this.#around.scores.get(pair);
    if (known !== undefined) return known;
    const { score } = compareUnits(this.#units.get(a)!, this.#units.get(b)!);
    this.#around.scores.set(pair, score);
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

  /** Pairs of the units that are decided, the most likely first; whoever may be one of these is, too. */
  #pairsToReview(): Scored[] {
    const pairs: Scored[] = [];
    const compared = new Set<Unit>();
    const open: Unit[] = [];
    const decide = (unit: Unit) => {
      if (this.decided.has(unit.id) || isLoneName(unit)) return;
      this.decided.add(unit.id);
      open.push(unit);
    };
    for (const id of this.#around.focus) decide(this.#units.get(id)!);
    for (let unit = open.pop(); unit; unit = open.pop()) {
      compared.add(unit);
      for (const mate of this.#mates.of(unit.id)) decide(mate);
      for (const id of this.#judged.judgedSame(unit.id)) decide(this.#units.get(id)!);
      for (const other of this.#around.blocks.like(unit)) {
        if (compared.has(other)) continue;
        if (unit.kind === 'Person' && !mayBeOnePerson(unit, other)) continue;
        const [left, right] = [unit.id, other.id].sort() as [string, string];
        const score = this.#score(left, right);
        if (score < REVIEW) continue;
        pairs.push({ left, right, score });
        decide(other);
      }
    }
    for (const { left, right } of pairs.sort(byScore)) {
      addTo(this.related, left, right);
      addTo(this.related, right, left);
    }
    return pairs;
  }

  /** Joins units with full names by their scores and by people's judgements. */
  joinFull(): void {
    const pairs = this.#pairsToReview();
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

  /** The lone names to decide: those in focus, and those that were or are judged one with what is decided. */
  #loneToDecide(): Unit[] {
    const { focus } = this.#around;
    const isDecided = (id: string) => focus.has(id) || this.decided.has(id);
    const lone = [...this.#units.values()].filter(isLoneName);
    const open = lone.filter(
      ({ id }) =>
        this.groups.membersOf(id).some(isDecided) ||
        this.#mates.of(id).some((mate) => isDecided(mate.id)),
    );
    for (const { id } of open) this.decided.add(id);
    return open;
  }

  /** Leaves what is not decided together as it was. */
  #keepOthers(): void {
    for (const mates of this.#mates.groups()) {
      const [first, ...others] = mates.filter(({ id }) => !this.decided.has(id));
      for (const other of others) this.groups.join(first!.id, other.id);
    }
  }

  /** Joins lone names to full names, the most likely first; those judged the same join together. */
  joinLone(): void {
    const lone = this.#loneToDecide();
    this.#keepOthers();
    const names = new LoneNames(this.#around.blocks, this.groups, (id) => this.#units.get(id)!);
    const isNamed = (id: string) =>
      this.groups.membersOf(id).some((one) => !isLoneName(this.#units.get(one)!));
    const found = lone
      .filter(({ id }) => !isNamed(id))
      .flatMap((unit) => {
        const { best, others } = names.bearersOf(unit);
        return best === null ? [] : [{ best, others: others.slice(0, BEARERS_SHOWN - 1) }];
      });
    const may = (one: string, other: string) => !this.#judged.areApart(one, other);
    for (const { best, others } of found.sort((a, b) => byScore(a.best, b.best))) {
      const { left, right, score } = best;
      const sure = others.length === 0 && score >= MERGE && !isNamed(left);
      if (sure && this.#mayBeOne(this.groups, best, may)) {
        this.groups.join(left, right);
        this.because.set(left, best);
      } else
        for (const pair of [best, ...others])
          if (pair.score >= REVIEW && !this.#judged.isDecided(pair.left, pair.right))
            this.candidates.set(pairOf(pair.left, pair.right), pair);
    }
  }
}
