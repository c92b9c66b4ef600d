import anyAscii from 'any-ascii';
import { foldText } from '../../model/ids.ts';
import { ENTITY_KINDS, type EntityKind } from '../../model/kinds.ts';
import { readCode } from '../../model/property.ts';
import { nameKey } from '../resolve/names.ts';
import { bestSupported } from './summary.ts';

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
  readonly currency: string | null;
  readonly valueText: string | null;
}

/** Properties of an entity's node. */
export type EntityProperties = Readonly<Record<string, string | number | readonly string[] | null>>;

const ALIASES_MAX = 60;

/** The name most mentions use, then the longer, then by order of text. */
function bestName(namings: readonly Naming[]): string {
  const counts = new Map<string, number>();
  for (const { name, count } of namings) counts.set(name, (counts.get(name) ?? 0) + count);
  const [best] = [...counts].sort(
    ([a, x], [b, y]) => y - x || b.length - a.length || (a < b ? -1 : 1),
  );
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

/**
 * An entity as its mentions and statements show it: the same whatever order they came in.
 * @param known what else it is called, for who looks for it
 */
export function summariseEntity(
  id: string,
  kind: EntityKind,
  namings: readonly Naming[],
  evidence: readonly PropertyEvidence[],
  statementCount: number,
  known: readonly string[] = [],
): EntityProperties {
  const plain = bestName(namings);
  const spellings = new Set(namings.flatMap((one) => [one.name, ...one.aliases]));
  spellings.delete(plain);
  const aliases = [...spellings].sort().slice(0, ALIASES_MAX);
  const own: Record<string, string | number | null> = {};
  for (const [property, code] of Object.entries(ENTITY_KINDS[kind])) {
    const stated = evidence.filter((one) => one.property === property);
    const told = namings.flatMap((one) =>
      one[property] == null
        ? []
        : [{ value: one[property] as string, confidence: 0.5, story: one.name }],
    );
    const best = bestSupported(stated) ?? bestSupported(told);
    if (best !== null) own[property] = typed(code, best);
    // The currency and the words belong to the amount that was chosen.
    if (property === 'value') {
      const chosen = stated.find(({ value }) => value === best);
      own.currency = chosen?.currency ?? null;
      own.valueText = chosen?.valueText ?? null;
    }
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
    externalIds: [...new Set(namings.flatMap((one) => one.externalIds))].sort(),
    statementCount,
  };
}
