import type { NamedData, TieData } from './operations/parts.ts';

export type Kind = NamedData['__typename'];
export type TieType = TieData['type'];

/** Words for kinds: singular, plural, and the family that gives the colour. */
export const KINDS = {
  Person: { one: 'Person', many: 'People', family: 'who' },
  Organisation: { one: 'Organisation', many: 'Organisations', family: 'who' },
  Country: { one: 'Country', many: 'Countries', family: 'who' },
  Agreement: { one: 'Agreement', many: 'Agreements', family: 'agreed' },
  ArmsSale: { one: 'Arms sale', many: 'Arms sales', family: 'sold' },
  WeaponSystem: { one: 'Weapon system', many: 'Weapon systems', family: 'sold' },
  Event: { one: 'Event', many: 'Events', family: 'when' },
  Place: { one: 'Place', many: 'Places', family: 'when' },
} as const satisfies Record<Kind, { one: string; many: string; family: string }>;

export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];
export const isKind = (text: string): text is Kind => Object.hasOwn(KINDS, text);

/** Verbs of relationship types, from source to target and back. */
const VERBS: Readonly<Record<TieType, readonly [out: string, back: string]>> = {
  HOLDS_POSITION: ['holds office in', 'has in office'],
  SIGNED: ['signed', 'signed by'],
  PARTY_TO: ['is party to', 'binds'],
  APPROVED_SALE: ['approved', 'approved by'],
  SOLD_TO: ['sold to', 'is buyer in'],
  SOLD_BY: ['supplied by', 'is supplier in'],
  INCLUDES: ['includes', 'is part of the sale'],
  MANUFACTURES: ['makes', 'made by'],
  OPERATES: ['operates', 'operated by'],
  PLANS_TO_ACQUIRE: ['plans to acquire', 'wanted by'],
  PARTICIPATED_IN: ['took part in', 'attended by'],
  HELD_IN: ['held in', 'hosted'],
  LOCATED_IN: ['lies in', 'is where lies'],
  PART_OF: ['is part of', 'has as part'],
  CONCERNS: ['is about', 'is the subject of'],
  VARIANT_OF: ['is a version of', 'has as version'],
};
export const TIE_TYPES = Object.keys(VERBS) as readonly TieType[];
export const isTieType = (text: string): text is TieType => Object.hasOwn(VERBS, text);

/** @param from id of the end that is the subject of the sentence */
export const verbOf = ({ type, source }: Pick<TieData, 'type' | 'source'>, from: string): string =>
  VERBS[type][source.id === from ? 0 : 1];
export const verbOut = (type: TieType): string => VERBS[type][0];
export const verbBack = (type: TieType): string => VERBS[type][1];

export const otherEnd = (tie: Pick<TieData, 'source' | 'target'>, than: string): NamedData =>
  tie.source.id === than ? tie.target : tie.source;

/** A probability in words; the number is shown beside it. */
export function sureness(confidence: number): string {
  if (confidence >= 0.9) return 'almost certain';
  if (confidence >= 0.75) return 'likely';
  if (confidence >= 0.5) return 'more likely than not';
  return 'doubtful';
}
/** A share in per cent; only 0 and 1 are shown as certain. */
export function percent(share: number): string {
  if (share > 0.99 && share < 1) return 'over 99 %';
  if (share < 0.01 && share > 0) return 'under 1 %';
  return `${Math.round(share * 100)} %`;
}

/** Log odds as a probability: 0 is 50 %, 3 is 95 %. */
export const chanceOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

export const MODALITY_WORDS = {
  asserted: 'reported as done',
  planned: 'reported as planned',
  rumoured: 'reported as a rumour',
  denied: 'denied',
} as const;

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** A date as precise as given: `2025-10` is October 2025. */
export function inWords(date: string): string {
  const [year = '', month, day] = date.slice(0, 10).split('-');
  if (month === undefined) return year;
  const name = MONTHS[Number(month) - 1] ?? month;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

export const count = (many: number, one: string, more = `${one}s`): string =>
  `${many.toLocaleString('en')} ${many === 1 ? one : more}`;

/** A stored choice as readers see it: `joint_statement` is joint statement. */
export const plain = (choice: string): string => {
  const text = choice.replaceAll('_', ' ');
  return text === 'mou' ? 'memorandum of understanding' : text;
};
/** A property as readers see it: `signedOn` is signed on. */
export const propertyWords = (property: string): string =>
  plain(property).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
