import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../root.ts';
import type { Reason } from './unit.ts';

export type Compared = 'Person' | 'Organisation' | 'WeaponSystem';

interface Level {
  /** Log odds that it adds; with a rarity, an offset to that. */
  readonly weight: number;
  readonly byRarity: boolean;
  readonly sentence: string;
}

function read(): ReadonlyMap<string, Level> {
  const levels = new Map<string, Level>();
  const text = readFileSync(path.join(ROOT, 'data/identity/features.csv'), 'utf8');
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#') || line.startsWith('kind,')) continue;
    const [kind, feature, level, weight, sentence] = line.split(',') as string[];
    levels.set(`${kind} ${feature} ${level}`, {
      weight: Number(weight!.replace('rarity', '') || 0),
      byRarity: weight!.startsWith('rarity'),
      sentence: sentence!,
    });
  }
  return levels;
}

let table: ReadonlyMap<string, Level> | undefined;

/** Most log odds from rarity, at a share of one in e^9 (8,000). */
const RARITY_MAX = 9;
const rounded = (weight: number) => Math.round(weight * 100) / 100;

interface Seen {
  readonly left?: string | null;
  readonly right?: string | null;
  /** Share of all that have the value on which both agree. */
  readonly share?: number;
}

/** The weight and sentence of a feature's level, from the table. */
export function reasonOf(
  kind: Compared,
  feature: string,
  level: string,
  { left = null, right = null, share = 1 }: Seen = {},
): Reason {
  table ??= read();
  const row = table.get(`${kind} ${feature} ${level}`);
  if (row === undefined) throw new Error(`no weight for ${kind} ${feature} ${level}`);
  const rarity = row.byRarity ? Math.min(RARITY_MAX, -Math.log(share)) : 0;
  const sentence = row.sentence
    .replaceAll('{left}', left ?? 'nothing')
    .replaceAll('{right}', right ?? 'nothing');
  return { feature, left, right, weight: rounded(rarity + row.weight), sentence };
}

export const scoreOf = (reasons: readonly Reason[]): number =>
  rounded(reasons.reduce((sum, { weight }) => sum + weight, 0));
