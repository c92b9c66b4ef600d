import { entityAddress } from '../address.ts';
import { type Format, tiesFile } from '../files.ts';
import { type EntityData, EntityTies } from '../operations/entity.ts';
import type { Ask } from '../operations/graphql.ts';
import { partOf, wholeOf } from '../whole.ts';
import type { TieType } from '../words.ts';
import type { Sent } from './page.ts';

/** The nearest types of schema.org, which has fewer kinds. */
const SCHEMA_ORG = {
  Person: 'Person',
  Organisation: 'Organization',
  Country: 'Country',
  Agreement: 'CreativeWork',
  WeaponSystem: 'ProductModel',
  ArmsSale: 'Intangible',
  Event: 'Event',
  Place: 'Place',
} as const;

/** JSON-LD of an entity, for search engines and archives. */
export const jsonLdOf = (entity: EntityData, origin: string): object => ({
  '@context': 'https://schema.org',
  '@type': SCHEMA_ORG[entity.__typename],
  '@id': `${origin}${entityAddress(entity.id)}`,
  name: entity.name,
  ...(entity.aliases.length > 0 ? { alternateName: entity.aliases } : {}),
  ...(entity.__typename === 'Event' && entity.startsOn ? { startDate: entity.startsOn } : {}),
  subjectOf: entity.documents.edges.map(({ node }) => ({
    '@type': 'Article',
    headline: node.title ?? node.source,
    ...(node.publishedOn ? { datePublished: node.publishedOn } : {}),
    ...(node.url ? { url: node.url } : {}),
  })),
});

/** The relationships of an entity, as far as a file goes. */
async function allTies(ask: Ask, entity: EntityData, types: TieType[]) {
  const { rows } = await wholeOf(partOf(entity.relationships), async (after) => {
    const variables = { id: entity.id, first: 100, after };
    const { data } = await ask(EntityTies, {
      ...variables,
      types: types.length > 0 ? types : null,
    });
    const more = data?.entity?.relationships;
    // The name of the file says that some are missing.
    return more ? partOf(more) : null;
  });
  return rows;
}

/** An entity's page as a file, including its further pages. */
export async function entityFile(
  format: Format,
  entity: EntityData,
  { ask, origin, types }: { ask: Ask; origin: string; types: TieType[] },
): Promise<Sent> {
  const ties = await allTies(ask, entity, types);
  const { totalCount } = entity.relationships;
  const name =
    ties.length < totalCount ? `${entity.name} first ${ties.length} of ${totalCount}` : entity.name;
  const edges = ties.map((node) => ({ node }));
  const whole = { entity: { ...entity, relationships: { totalCount, edges } } };
  return tiesFile(format, name, { ties, whole, origin });
}
