import { inside, type Text } from '../../text/text.ts';
import { BARE, countryOf } from '../coreference/armed-services.ts';
import type { Entity, RelationMention } from '../vocabulary.ts';

/** "to India", "for Germany and Italy": words that precede a recipient. */
const STATE = String.raw`(?:the )?(?:(?:[Gg]overnments?|Republic|Kingdom) of (?:the )?)?`;
const NAME = String.raw`\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*)*(?: government)?(?: \([^)]{1,20}\))?`;
const LEADING = String.raw`\b(?:(?:to|for) ${STATE}|[Gg]overnments of (?:the )?|Foreign Military Sales? (?:to |\()?)`;
const RECEIVES = new RegExp(`${LEADING}(?:${NAME}(?:[,;]| and|[,;] and) ${STATE})*$`, 'u');
/** "Turkish Aerospace Industries of Turkey": words of belonging before a country. */
const BELONGS = /\b(?:of|from|by|in|with) (?:the )?$/;
/** What is bought may stand before its buyers, and the sale behind them: "purchases for Canada under a sale". */
const BOUGHT = /\b(?:purchases?|procure(?:s|d|ment)?|orders?|deliver(?:y|ies|s|ed)?)\b/i;
/** How many UTF-16 units before a buyer are tested. */
const BEFORE = 240;

const before = ({ clean, sentences }: Text, { objectMention }: RelationMention) =>
  clean.slice(
    Math.max(sentences[objectMention.sentence]!.start, objectMention.start - BEFORE),
    objectMention.start,
  );

/** In contract notices of the United States a bare "Navy" is theirs. */
const OF_UNITED_STATES = /\bis the contracting activity\b|\bForeign Military Sales?\b/;

/** The state, in its code, whose service, ministry or agency an organisation is; null for others. */
function stateOf({ clean }: Text, { kind, name, properties }: Entity): string | null {
  if (kind !== 'Organisation' || properties.kind === 'company') return null;
  if (BARE.test(name)) return OF_UNITED_STATES.test(clean) ? 'US' : null;
  const told = /^(?:armed_force|ministry|agency|military_unit)$/.test(String(properties.kind));
  return countryOf(name) ?? (told && properties.country ? String(properties.country) : null);
}

/** Whether the words from the sale lead to its buyer: "the sale of eight drones to Qatar". */
const receives = (text: Text, fact: RelationMention) =>
  fact.subjectMention.sentence === fact.objectMention.sentence &&
  (fact.subjectMention.start < fact.objectMention.start || BOUGHT.test(before(text, fact))) &&
  RECEIVES.test(before(text, fact));

/** The ends of one sale in the document. */
class Deal {
  private readonly text: Text;
  private readonly facts: readonly RelationMention[];
  private readonly named: readonly Entity[];
  private readonly sellers: ReadonlySet<Entity>;
  private readonly items: ReadonlySet<Entity>;
  readonly sold: readonly RelationMention[];

  constructor(
    text: Text,
    sale: Entity,
    facts: readonly RelationMention[],
    named: readonly Entity[],
  ) {
    this.text = text;
    this.facts = facts;
    this.named = named;
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
    this.sold.some((fact) => fact.object === buyer && receives(this.text, fact));

  private readonly wantsIt = (buyer: Entity) =>
    this.facts.some(
      ({ type, subject, object }) =>
        type === 'PLANS_TO_ACQUIRE' && subject === buyer && this.items.has(object),
    );

  /** Whether a mention of the buyer is neither inside a company's name nor behind "of". */
  private readonly standsAlone = (buyer: Entity) =>
    this.sold.some(
      (fact) =>
        fact.object === buyer &&
        !BELONGS.test(before(this.text, fact)) &&
        !this.named.some(({ mentions }) => mentions.some((one) => inside(fact.objectMention, one))),
    );
}

/**
 * A state that sells, named as a buyer beside its own services: what "the U.S. Navy" orders there,
 * the United States do not buy a second time.
 * @param facts of one sale
 */
function besideOwnServices(text: Text, facts: readonly RelationMention[]): ReadonlySet<Entity> {
  const sold = facts.filter(({ type }) => type === 'SOLD_TO').map(({ object }) => object);
  const selling = new Set(
    facts.flatMap(({ type, subject, object }) => {
      const seller = { APPROVED_SALE: subject, SOLD_BY: object }[type as string];
      return seller ? [seller.properties.iso2 ?? seller.properties.country] : [];
    }),
  );
  if (OF_UNITED_STATES.test(text.clean)) selling.add('US');
  const served = new Set(sold.map((buyer) => stateOf(text, buyer)));
  return new Set(
    sold.filter(
      ({ kind, properties: { iso2 } }) =>
        kind === 'Country' && selling.has(iso2) && served.has(String(iso2)),
    ),
  );
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
  const named = entities.filter(({ kind }) => kind === 'Organisation');
  const dropped = new Set<RelationMention>();
  for (const sale of new Set(
    facts.flatMap(({ type, subject }) => (type === 'SOLD_TO' ? [subject] : [])),
  )) {
    const deal = new Deal(text, sale, facts, named);
    const doubtful = deal.doubtful();
    const beside = besideOwnServices(
      text,
      facts.filter(({ subject, object }) => subject === sale || object === sale),
    );
    for (const fact of deal.sold)
      if (doubtful.has(fact.object) || beside.has(fact.object)) dropped.add(fact);
  }
  return facts.filter((fact) => !dropped.has(fact));
}
