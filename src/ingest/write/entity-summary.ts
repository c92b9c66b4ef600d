import anyAscii from 'any-ascii';
import { grouped } from '../../grouped.ts';
import type { FuzzyDate } from '../../model/dates.ts';
import { foldText } from '../../model/ids.ts';
import { ENTITY_KINDS, type EntityKind, type Modality } from '../../model/kinds.ts';
import { readCode } from '../../model/property.ts';
import { nameKey } from '../lexicon/name-key.ts';
import { Counts } from './counts.ts';
import { countStage, stageOf } from './sale/stage.ts';
import { countValues, saleValueOf } from './sale/value.ts';
import { bestSupported } from './summary.ts';

/** How one document names an entity. */
export interface Naming {
  readonly name: string;
  /** Absent where there are none, in a naming joined of several local entities'. */
  readonly aliases?: readonly string[];
  readonly count: number;
  /** Absent where there are none, as above. */
  readonly externalIds?: readonly string[];
  readonly [intrinsic: string]: unknown;
}

/** A property value in one statement. */
export interface PropertyEvidence {
  readonly property: string;
  readonly value: string;
  readonly confidence: number;
  readonly story: string;
  readonly modality: Modality;
  readonly publishedOn: FuzzyDate | null;
  readonly currency: string | null;
  readonly valueText: string | null;
  /** What the sum of a sale is; null for other properties, and in statements of earlier versions. */
  readonly basis?: string | null;
}

/** Properties of an entity's node. */
export type EntityProperties = Readonly<Record<string, string | number | readonly string[] | null>>;

const ALIASES_MAX = 60;

/** A person's name of one word says too little, however often it is written. */
const isWhole = (kind: EntityKind, name: string) => kind !== 'Person' || /\S\s\S/.test(name);

/** A whole name, the most frequent one, then the longer one, then by text order. */
function bestName(kind: EntityKind, tally: Counts): string {
  const [best] = tally
    .under('names')
    .names()
    .map((name): [string, number] => [name, tally.at('mentions', name)])
    .sort(
      ([a, x], [b, y]) =>
        Number(isWhole(kind, b)) - Number(isWhole(kind, a)) ||
        y - x ||
        b.length - a.length ||
        (a < b ? -1 : 1),
    );
  return best?.[0] ?? '';
}

function typed(code: string, value: string | number): string | number {
  const { base } = readCode(code);
  return base === 'Int' || base === 'Float' ? Number(value) : value;
}

/** Appends a sale's sum, of the statement that gives its value, to its name. */
const withSum = (kind: EntityKind, name: string, sum: string | number | null | undefined) =>
  kind === 'ArmsSale' && sum ? `${name} (${sum})` : name;

/** Descriptions of unnamed sales, "ordered" or "sale of", which nobody searches for. */
const isNoise = (kind: EntityKind, spelling: string) =>
  kind === 'ArmsSale' && !/[\p{Lu}\p{Lo}\p{N}]/u.test(spelling);

/** Spellings for search; those in other scripts also in Latin letters. */
function searchTextOf(name: string, spellings: readonly string[]): string {
  const latin = [name, ...spellings]
    .filter((spelling) => /[^\P{L}\p{Script=Latin}]/u.test(spelling))
    .map((spelling) => foldText(anyAscii(spelling)).replace(/'/g, ''));
  const folded = [name, ...spellings].map(foldText);
  return [...new Set([name, ...spellings, ...folded, nameKey(name), ...latin])].sort().join('\n');
}

/** Properties that a document may give together with the name. */
const INTRINSIC = ['kind', 'country', 'iso2', 'designation'] as const;
/** Nominal confidence of property values given with a name; only the number of names matters. */
const TOLD = '0.5';
/** The property of sums, with currency, wording and basis. */
const AMOUNT = 'value';
/** The property that follows a ladder of stages. */
const STAGE = 'stage';

/** Counts one document's naming of an entity. */
function countNaming(naming: Naming, tally: Counts): void {
  const { name, aliases = [], count, externalIds = [] } = naming;
  tally.add(1, 'names', name);
  tally.add(count, 'mentions', name);
  for (const spelling of new Set([name, ...aliases])) tally.add(1, 'spellings', spelling);
  for (const id of new Set(externalIds)) tally.add(1, 'externalIds', id);
  for (const property of INTRINSIC)
    if (naming[property] != null) tally.add(1, 'told', property, String(naming[property]), name);
}

/** Counts one story's property values of an entity. */
function countStory(evidence: readonly PropertyEvidence[], tally: Counts): void {
  countStage(
    evidence.filter(({ property }) => property === STAGE),
    tally,
  );
  countValues(
    evidence.filter(({ property }) => property === AMOUNT),
    tally,
  );
  const others = evidence.filter(({ property }) => property !== AMOUNT);
  for (const same of grouped(others, ({ property, value }) => `${property} ${value}`).values()) {
    const { property, value } = same[0]!;
    const best = String(Math.max(...same.map(({ confidence }) => confidence)));
    tally.add(1, 'stated', property, JSON.stringify(value), best);
  }
}

/** Counts of an entity's mentions and statements, which can be added and subtracted. */
export function tallyOfEntity(
  namings: readonly Naming[],
  evidence: readonly PropertyEvidence[],
  statements: number,
): Counts {
  const tally = new Counts();
  for (const naming of namings) countNaming(naming, tally);
  for (const story of grouped(evidence, (one) => one.story).values()) countStory(story, tally);
  tally.add(statements, 'statements');
  return tally;
}

/** The value given with most names. */
function bestTold(told: Counts): string | number | null {
  const values = new Counts();
  for (const value of told.names())
    values.add(told.under(value).names().length, JSON.stringify(value), TOLD);
  return bestSupported(values);
}

/**
 * Summarises an entity from its counts, independent of their order.
 * @param known further names, for search
 */
export function summaryOfEntity(
  id: string,
  kind: EntityKind,
  tally: Counts,
  known: readonly string[] = [],
): EntityProperties {
  const plain = bestName(kind, tally);
  const spellings = new Set(tally.under('spellings').names());
  spellings.delete(plain);
  const aliases = [...spellings].sort().slice(0, ALIASES_MAX);
  const own: Record<string, string | number | null> = {};
  for (const [property, code] of Object.entries(ENTITY_KINDS[kind])) {
    const best =
      (property === STAGE ? stageOf(tally) : bestSupported(tally.under('stated', property))) ??
      bestTold(tally.under('told', property));
    if (best !== null) own[property] = typed(code, best);
  }
  const sum = saleValueOf(tally);
  if (sum !== null) Object.assign(own, sum, { value: Number(sum.value) });
  const name = withSum(kind, plain, own.valueText);
  const found = [...spellings, ...known].filter((spelling) => !isNoise(kind, spelling));
  const keys = new Set(found.map(foldText));
  return {
    ...own,
    id,
    name,
    nameKey: foldText(name),
    aliases,
    aliasKeys: [...keys].sort(),
    searchText: searchTextOf(name, found),
    externalIds: tally.under('externalIds').names().sort(),
    statementCount: tally.at('statements'),
  };
}

/** Summarises an entity from its mentions and statements. */
export function summariseEntity(
  id: string,
  kind: EntityKind,
  namings: readonly Naming[],
  evidence: readonly PropertyEvidence[],
  statements: number,
  known: readonly string[] = [],
): EntityProperties {
  return summaryOfEntity(id, kind, tallyOfEntity(namings, evidence, statements), known);
}
