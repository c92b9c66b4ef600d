import {
  entityAddress,
  identitiesAddress,
  listAddress,
  pathAddress,
  searchAddress,
} from './address.ts';
import { Evidence } from './operations/evidence.ts';
import type { Ask } from './operations/graphql.ts';
import { Surroundings } from './operations/picture.ts';
import { StartPage } from './operations/start.ts';
import { KIND_NAMES } from './words.ts';

/** Variables like those of an entity's picture. */
const PICTURE = { depth: 2, first: 59, types: null };

/**
 * Renders every kind of page once: Neo4j takes 30 to 500 ms to plan a new text, and no reader
 * should wait for it. Failures do no harm.
 * @param open answers the address of a page
 */
export async function warmPages(
  open: (address: string) => Promise<unknown>,
  ask: Ask,
  signal: AbortSignal,
): Promise<void> {
  const { data } = await ask(StartPage, {});
  const known = [...(data?.people?.edges ?? []), ...(data?.countries?.edges ?? [])];
  const [one = 'person:one', other = 'person:other'] = known.map(({ node }) => node.id);
  const document = data?.documents?.edges[0]?.node.id ?? 'document:one';
  const addresses = [
    ...['/', entityAddress(one), searchAddress({ q: one }), `/docs/${document}`],
    pathAddress({ a: one, b: other }),
    ...[...KIND_NAMES, 'Document'].map((kind) => listAddress(kind)),
    identitiesAddress(),
  ];
  for (const address of addresses) {
    if (signal.aborted) return;
    await open(address);
  }
  if (signal.aborted) return;
  await ask(Surroundings, { id: one, ...PICTURE });
  await ask(Evidence, { id: 'relationship:one', first: 20 });
}
