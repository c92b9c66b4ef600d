import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../../root.ts';
import { parseName, surnameFirst } from './person-name.ts';

/** Share of those named in the news who bear a name that is in no list. */
const RARE = { surname: 0.0002, given: 0.004 } as const;
export type NamePart = keyof typeof RARE;

function read(): Record<NamePart, ReadonlyMap<string, number>> {
  const text = readFileSync(path.join(ROOT, 'data/identity/name-shares.csv'), 'utf8');
  const shares = { surname: new Map<string, number>(), given: new Map<string, number>() };
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#') || line.startsWith('part,')) continue;
    const [part, share, names] = line.split(',') as [NamePart, string, string];
    for (const name of names.split(' ')) shares[part].set(name, Number(share));
  }
  return shares;
}

let known: ReturnType<typeof read> | undefined;

/**
 * How many bear a name, as a share of all: what two who agree on it show is its inverse. The shares
 * are of the world and not of the graph, where they would change with every document.
 * @param name in small Latin letters
 */
export function shareOf(part: NamePart, name: string): number {
  known ??= read();
  return known[part].get(name) ?? RARE[part];
}

/** One in so many bears a full name that is too common to be one person's. */
const COMMON = 1 / 5_000;
/** A middle name in full tells two of a name apart more often than not. */
const MIDDLE = 0.05;

/** Whether several people in the news may bear a full name, as "Wang Yi" or "John Smith" is borne. */
export function isCommonName(name: string): boolean {
  const parsed = parseName(name);
  return [parsed, surnameFirst(parsed)].some(
    ({ given, middle, surname }) =>
      shareOf('surname', surname) * shareOf('given', given) * MIDDLE ** middle.length > COMMON,
  );
}
