import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../../root.ts';
import { parseName } from './person-name.ts';

/** Assumed share, among people in the news, of a name that no list has. */
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
 * Share of people with a name; its inverse is the weight of two people's agreement on it. Shares
 * are of the world, not of the graph, where they would change with every document.
 * @param name in lower-case Latin letters
 */
export function shareOf(part: NamePart, name: string): number {
  known ??= read();
  return known[part].get(name) ?? RARE[part];
}

/** The names of which a share is known, in lower-case Latin letters. */
export function namesOf(part: NamePart): Iterable<string> {
  known ??= read();
  return known[part].keys();
}

/** Share of a full name above which it is too frequent to identify a person. */
const COMMON = 1 / 5_000;
/** Assumed share of people who have the same middle name. */
const MIDDLE = 0.05;

/** Whether several people in the news may have a full name, like "Wang Yi" or "John Smith". */
export function isCommonName(name: string): boolean {
  const parsed = parseName(name);
  return [parsed, parsed.reversed].some(
    ({ given, middle, surname }) =>
      shareOf('surname', surname) * shareOf('given', given) * MIDDLE ** middle.length > COMMON,
  );
}
