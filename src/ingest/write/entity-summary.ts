import anyAscii from 'any-ascii';
import type { FuzzyDate } from '../../model/dates.ts';
import { foldText } from '../../model/ids.ts';
import { ENTITY_KINDS, type EntityKind, type Modality } from '../../model/kinds.ts';
import { readCode } from '../../model/property.ts';
import { nameKey } from '../resolve/names.ts';
import { Counts } from './counts.ts';
import { countStage, stageOf } from './sale-stage.ts';
import { bestSupported, grouped } from './summary.ts';

/** What one document calls an entity. */
export interface Naming {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly count: number;
  readonly externalIds: readonly string[];
  readonly [intrinsic: string]: unknown;
}

/** What one statement says of a plain property. */
export interface PropertyEvidence {
  readonly property: string;
  readonly value: string;
  readonly confidence: number;
  readonly story: string;
  readonly modality: Modality;
  readonly publishedOn: FuzzyDate | null;
  readonly currency: string | null;
  readonly valueText: string | null;
}

/** Properties of an entity's node. */
export type EntityProperties = Readonly<Record<string, string | number | readonly string[] | null>>;

const ALIASES_MAX = 60;

/** The name most mentions use, then the longer, then by order of text. */
function bestName(tally: Counts): string {
  const [best] = tally
    .under('names')
    .names()
    .map((name): [string, number] => [name, tally.at('mentions', name)])
    .sort(([a, x], [b, y]) => y - x || b.length - a.length || (a < b ? -1 : 1));
  return best?.[0] ?? '';
}

function typed(code: string, value: string | number): string | number {
  const { base } = readCode(code);
  return base === 'Int' || base === 'Float' ? Number(value) : value;
}

/** The sum in the name of a sale is the sum that the sale has, from the same statement. */
const withSum = (kind: EntityKind, name: string, sum: string | number | null | undefined) =>
  kind === 'ArmsSale' && sum ? `${name} (${sum})` : name;

/** "ordered", "sale of": what a sale is called where it has no name, and nobody looks for. */
const isNoise = (kind: EntityKind, spelling: string) =>
  kind === 'ArmsSale' && !/[\p{Lu}\p{Lo}\p{N}]/u.test(spelling);

/** Spellings to be found by: those in other scripts in Latin letters too. */
function searchTextOf(name: string, spellings: readonly string[]): string {
  const latin = [name, ...spellings]
    .filter((spelling) => /[^\P{L}\p{Script=Latin}]/u.test(spelling))
    .map((spelling) => foldText(anyAscii(spelling)).replace(/'/g, ''));
  const folded = [name, ...spellings].map(foldText);
  return [...new Set([name, ...spellings, ...folded, nameKey(name), ...latin])].sort().join('\n');
}

/** What a document may tell of an entity beside its names. */
const INTRINSIC = ['kind', 'country', 'iso2', 'designation'] as const;
/** How sure what a mention shows is: only which names show it counts. */
const TOLD = '0.5';
/** The property whose currency and words belong to the amount. */
const AMOUNT = 'value';
/** The property that climbs a ladder. */
const STAGE = 'stage';

/** What one document calls an entity, as counts. */
function countNaming(naming: Naming, tally: Counts): void {
  const { name, aliases, count, externalIds } = naming;
  tally.add(1, 'names', name);
  tally.add(count, 'mentions', name);
  for (const spelling of new Set([name, ...aliases])) tally.add(1, 'spellings', spelling);
  for (const id of new Set(externalIds)) tally.add(1, 'externalIds', id);
  for (const property of INTRINSIC)
    if (naming[property] != null) tally.add(1, 'told', property, String(naming[property]), name);
}

/** What one story states of the plain properties of an entity, as counts. */
function countStory(evidence: readonly PropertyEvidence[], tally: Counts): void {
  countStage(
    evidence.filter(({ property }) => property === STAGE),
    tally,
  );
  for (const same of grouped(evidence, ({ property, value }) => `${property} ${value}`).values()) {
    const { property, value } = same[0]!;
    const best = String(Math.max(...same.map(({ confidence }) => confidence)));
    tally.add(1, 'stated', property, JSON.stringify(value), best);
    if (property !== AMOUNT) continue;
    for (const alike of grouped(same, wordsOf).values()) {
      const surest = String(Math.max(...alike.map(({ confidence }) => confidence)));
      tally.add(1, 'words', value, wordsOf(alike[0]!), surest);
    }
  }
}

const wordsOf = ({ currency, valueText }: PropertyEvidence) =>
  JSON.stringify([currency ?? null, valueText ?? null]);

/** Mentions and statements of one entity as counts, which add up and can be taken away again. */
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

/** How the surest statement of an amount put it. */
function amountIn(words: Counts): { currency: string | null; valueText: string | null } {
  const [surest] = words
    .names()
    .map((text) => ({
      text,
      confidence: Math.max(
        ...words
          .under(text)
          .numbers()
          .map(([key]) => Number(key)),
      ),
    }))
    .sort((a, b) => b.confidence - a.confidence || (a.text < b.text ? -1 : 1));
  const [currency, valueText] = JSON.parse(surest?.text ?? '[null,null]') as [null, null];
  return { currency, valueText };
}

/** The value that most names come with. */
function bestTold(told: Counts): string | number | null {
  const values = new Counts();
  for (const value of told.names())
    values.add(told.under(value).names().length, JSON.stringify(value), TOLD);
  return bestSupported(values);
}

/**
 * An entity as its mentions and statements show it: the same whatever order they came in.
 * @param known what else it is called, for who looks for it
 */
export function summaryOfEntity(
  id: string,
  kind: EntityKind,
  tally: Counts,
  known: readonly string[] = [],
): EntityProperties {
  const plain = bestName(tally);
  const spellings = new Set(tally.under('spellings').names());
  spellings.delete(plain);
  const aliases = [...spellings].sort().slice(0, ALIASES_MAX);
  const own: Record<string, string | number | null> = {};
  for (const [property, code] of Object.entries(ENTITY_KINDS[kind])) {
    const best =
      (property === STAGE ? stageOf(tally) : bestSupported(tally.under('stated', property))) ??
      bestTold(tally.under('told', property));
    if (best !== null) own[property] = typed(code, best);
    if (property === AMOUNT) Object.assign(own, amountIn(tally.under('words', String(best))));
  }
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

/** An entity as some mentions and statements show it. */
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
