import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../../root.ts';

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
