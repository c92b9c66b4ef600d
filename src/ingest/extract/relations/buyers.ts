import { grouped } from '../../../grouped.ts';
import { inside, before as placesBefore, type Text } from '../../text/text.ts';
import { BARE, countryOf } from '../coreference/armed-services.ts';
import type { Entity, Mention, RelationMention } from '../vocabulary.ts';

/** "to India", "for Germany and Italy": words that precede a recipient. */
const STATE = String.raw`(?:the )?(?:(?:[Gg]overnments?|Republic|Kingdom) of (?:the )?)?`;
const NAME = String.raw`\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*)*(?: government)?(?: \([^)]{1,20}\))?`;
const LEADING = String.raw`\b(?:(?:to|for) ${STATE}|[Gg]overnments of (?:the )?|Foreign Military Sales? (?:to |\()?)`;
const RECEIVES = new RegExp(`${LEADING}(?:${NAME}(?:[,;]| and|[,;] and) ${STATE})*$`, 'u');
/** "Turkish Aerospace Industries of Turkey": words of belonging before a country. */
const BELONGS = /\b(?:of|from|by|in|with) (?:the )?$/;
/** What is bought may stand before its buyers, and the sale behind them: "purchases for Canada under a sale". */
const BOUGHT = /\b(?:purchases?|procure(?:s|d|ment)?|orders?|deliver(?:y|ies|s|ed)?)\b/i;
/** How many names of organisations that begin last before a place are looked at: one may hold another. */
const BODIES_AROUND = 3;
/** How many UTF-16 units before a buyer are tested. */
const BEFORE = 240;

const before = ({ clean, sentences }: Text, { objectMention }: RelationMention) =>
  clean.slice(
    Math.max(sentences[objectMention.sentence]!.start, objectMention.start - BEFORE),
    objectMention.start,
  );

/** In contract notices of the United States a bare "Navy" is theirs. */
const OF_UNITED_STATES = /\bis the contracting activity\b|\bForeign Military Sales?\b/;

/**
 * The state, in its code, whose service, ministry or agency an organisation is; null for others.
 * @param home the state whose services stand without a country; null where none do
 */
function stateOf({ kind, name, properties }: Entity, home: string | null): string | null {
  if (kind !== 'Organisation' || properties.kind === 'company') return null;
  if (BARE.test(name)) return home;
  const told = /^(?:armed_force|ministry|agency|military_unit)$/.test(String(properties.kind));
  return countryOf(name) ?? (told && properties.country ? String(properties.country) : null);
}

/** Whether the words from the sale lead to its buyer: "the sale of eight drones to Qatar". */
const receives = (text: Text, fact: RelationMention) =>
  fact.subjectMention.sentence === fact.objectMention.sentence &&
  (fact.subjectMention.start < fact.objectMention.start || BOUGHT.test(before(text, fact))) &&
  RECEIVES.test(before(text, fact));

/** A document as buyers are told in it. */
interface Told {
  readonly text: Text;
  /** Mentions of organisations in ascending order. */
  readonly bodies: readonly Mention[];
  /** What each state plans to acquire. */
  readonly wanted: ReadonlyMap<Entity, readonly RelationMention[]>;
  readonly home: string | null;
}

/** The ends of one sale in the document. */
class Deal {
  private readonly told: Told;
  private readonly sellers: ReadonlySet<Entity>;
  private readonly items: ReadonlySet<Entity>;
  readonly sold: readonly RelationMention[];

  /** @param facts of this sale */
  constructor(told: Told, sale: Entity, facts: readonly RelationMention[]) {
    this.told = told;
    this.sold = facts.filter(
      ({ type, subject, object }) =>
        type === 'SOLD_TO' && subject === sale && object.kind === 'Country',
    );
    this.sellers = new Set(
      facts.flatMap(({ type, subject, object }) => {
        if (type === 'APPROVED_SALE' && object === sale) return [subject];
        return type === 'SOLD_BY' && subject === sale ? [object] : [];
      }),
    );
    this.items = new Set(
      facts.flatMap(({ type, subject, object }) =>
        type === 'INCLUDES' && subject === sale ? [object] : [],
      ),
    );
  }

  /** Buyers with less evidence than another buyer of the sale, and buyers that sell. */
  doubtful(): ReadonlySet<Entity> {
    const buyers = [...new Set(this.sold.map(({ object }) => object))];
    const rest = buyers.filter((buyer) => !this.sellers.has(buyer));
    const receivers = rest.filter(this.isReceiver);
    // Of several who are told to receive it, what else is told of one says nothing against the others.
    const kept =
      receivers.length > 1
        ? receivers
        : [this.isReceiver, this.wantsIt, this.standsAlone].reduce((left, test) => {
            const sure = left.length > 1 ? left.filter(test) : [];
            return sure.length > 0 ? sure : left;
          }, rest);
    return new Set(buyers.filter((buyer) => !kept.includes(buyer)));
  }

  private readonly isReceiver = (buyer: Entity) =>
    this.sold.some((fact) => fact.object === buyer && receives(this.told.text, fact));

  private readonly wantsIt = (buyer: Entity) =>
    this.told.wanted.get(buyer)?.some(({ object }) => this.items.has(object)) ?? false;

  /** Whether a mention of the buyer is neither inside a company's name nor behind "of". */
  private readonly standsAlone = (buyer: Entity) =>
    this.sold.some(
      (fact) =>
        fact.object === buyer &&
        !BELONGS.test(before(this.told.text, fact)) &&
        !this.standsInBody(fact.objectMention),
    );

  private standsInBody(mention: Mention): boolean {
    const { bodies } = this.told;
    const at = placesBefore(bodies, mention.start + 1);
    return bodies.slice(Math.max(0, at - BODIES_AROUND), at).some((one) => inside(mention, one));
  }
}

/**
 * A state that sells, named as a buyer beside its own services: what "the U.S. Navy" orders there,
 * the United States do not buy a second time.
 * @param facts of one sale
 */
function besideOwnServices({ home }: Told, facts: readonly RelationMention[]): ReadonlySet<Entity> {
  const sold = facts.filter(({ type }) => type === 'SOLD_TO').map(({ object }) => object);
  const selling = new Set(
    facts.flatMap(({ type, subject, object }) => {
      const seller = { APPROVED_SALE: subject, SOLD_BY: object }[type as string];
      return seller ? [seller.properties.iso2 ?? seller.properties.country] : [];
    }),
  );
  if (home !== null) selling.add(home);
  const served = new Set(sold.map((buyer) => stateOf(buyer, home)));
  return new Set(
    sold.filter(
      ({ kind, properties: { iso2 } }) =>
        kind === 'Country' && selling.has(iso2) && served.has(String(iso2)),
    ),
  );
}

const bodiesIn = (entities: readonly Entity[]): Mention[] =>
  entities
    .flatMap(({ kind, mentions }) => (kind === 'Organisation' ? mentions : []))
    .sort((a, b) => a.start - b.start);

/** The facts of each sale that is sold to somebody. */
function bySale(facts: readonly RelationMention[]): Map<Entity, RelationMention[]> {
  const sales = new Map<Entity, RelationMention[]>();
  for (const { type, subject } of facts) if (type === 'SOLD_TO') sales.set(subject, []);
  for (const fact of facts)
    for (const end of new Set([fact.subject, fact.object])) sales.get(end)?.push(fact);
  return sales;
}

/**
 * Drops false buyers: a seller, or a state named only beside a sale or its own services. Sales with
 * several buyers name each as one: "to Germany and Italy".
 */
export function withoutFalseBuyers(
  text: Text,
  facts: readonly RelationMention[],
  entities: readonly Entity[],
): RelationMention[] {
  const told: Told = {
    ...{ text, bodies: bodiesIn(entities) },
    wanted: grouped(
      facts.filter(({ type }) => type === 'PLANS_TO_ACQUIRE'),
      ({ subject }) => subject,
    ),
    home: OF_UNITED_STATES.test(text.clean) ? 'US' : null,
  };
  const dropped = new Set<RelationMention>();
  for (const [sale, own] of bySale(facts)) {
    const deal = new Deal(told, sale, own);
    const doubtful = deal.doubtful();
    const beside = besideOwnServices(told, own);
    for (const fact of deal.sold)
      if (doubtful.has(fact.object) || beside.has(fact.object)) dropped.add(fact);
  }
  return facts.filter((fact) => !dropped.has(fact));
}
