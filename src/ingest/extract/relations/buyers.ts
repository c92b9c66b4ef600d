import { inside, type Text } from '../../text/text.ts';
import type { Entity, Fact } from '../vocabulary.ts';

/** "to India", "for Germany and Italy": the words that name who receives. */
const RECEIVES =
  /\b(?:to|for) (?:the )?(?:(?:Government|Kingdom|Republic) of (?:the )?)?(?:\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*)*(?:,| and|, and) (?:the )?)*$/u;
/** "A partner of the United States", "Turkish Aerospace Industries of Turkey": whose something is. */
const BELONGS = /\b(?:of|from|by|in|with) (?:the )?$/;
/** Words before a buyer that are looked at, in UTF-16 units. */
const BEFORE = 80;

const before = ({ clean, sentences }: Text, { b }: Fact) =>
  clean.slice(Math.max(sentences[b.sentence]!.start, b.start - BEFORE), b.start);

/** The words of a sale lead to its buyer: "the sale of eight drones to Qatar". */
const receives = (text: Text, fact: Fact) =>
  fact.a.sentence === fact.b.sentence &&
  fact.a.start < fact.b.start &&
  RECEIVES.test(before(text, fact));

/** What the document says of the ends of one sale. */
class Deal {
  private readonly text: Text;
  private readonly facts: readonly Fact[];
  private readonly named: readonly Entity[];
  private readonly sellers: ReadonlySet<Entity>;
  private readonly items: ReadonlySet<Entity>;
  readonly sold: readonly Fact[];

  constructor(text: Text, sale: Entity, facts: readonly Fact[], named: readonly Entity[]) {
    this.text = text;
    this.facts = facts;
    this.named = named;
    this.sold = facts.filter(
      ({ type, from, to }) => type === 'SOLD_TO' && from === sale && to.kind === 'Country',
    );
    this.sellers = new Set(
      facts.flatMap(({ type, from, to }) => {
        if (type === 'APPROVED_SALE' && to === sale) return [from];
        return type === 'SOLD_BY' && from === sale ? [to] : [];
      }),
    );
    this.items = new Set(
      facts.flatMap(({ type, from, to }) => (type === 'INCLUDES' && from === sale ? [to] : [])),
    );
  }

  /** Buyers of whom the words say less than of another buyer, or that they sell. */
  doubtful(): ReadonlySet<Entity> {
    const buyers = [...new Set(this.sold.map(({ to }) => to))];
    const rest = buyers.filter((buyer) => !this.sellers.has(buyer));
    const kept = [this.isReceiver, this.wantsIt, this.standsAlone].reduce((left, test) => {
      const sure = left.length > 1 ? left.filter(test) : [];
      return sure.length > 0 ? sure : left;
    }, rest);
    return new Set(buyers.filter((buyer) => !kept.includes(buyer)));
  }

  private readonly isReceiver = (buyer: Entity) =>
    this.sold.some((fact) => fact.to === buyer && receives(this.text, fact));

  private readonly wantsIt = (buyer: Entity) =>
    this.facts.some(
      ({ type, from, to }) => type === 'PLANS_TO_ACQUIRE' && from === buyer && this.items.has(to),
    );

  /** Not inside the name of a company, and not behind "of". */
  private readonly standsAlone = (buyer: Entity) =>
    this.sold.some(
      (fact) =>
        fact.to === buyer &&
        !BELONGS.test(before(this.text, fact)) &&
        !this.named.some(({ mentions }) => mentions.some((one) => inside(fact.b, one))),
    );
}

/**
 * A seller, or a state that is only named beside a sale, is no second buyer. A sale of several
 * buyers says so of each: "to Germany and Italy".
 */
export function withoutFalseBuyers(
  text: Text,
  facts: readonly Fact[],
  entities: readonly Entity[],
): Fact[] {
  const named = entities.filter(({ kind }) => kind === 'Organisation');
  const dropped = new Set<Fact>();
  for (const sale of new Set(
    facts.flatMap(({ type, from }) => (type === 'SOLD_TO' ? [from] : [])),
  )) {
    const deal = new Deal(text, sale, facts, named);
    const doubtful = deal.doubtful();
    for (const fact of deal.sold) if (doubtful.has(fact.to)) dropped.add(fact);
  }
  return facts.filter((fact) => !dropped.has(fact));
}
