import { entityAddress } from '../address.ts';
import { bibtexOf, cslOf, documentsOf, download, tiesAsCsv } from '../files.ts';
import type { EntityData } from '../operations/entity.ts';
import type { Format } from '../view/Downloads.tsx';
import type { Sent } from './page.ts';

/** What kind of thing it is for schema.org, which knows fewer kinds. */
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

/** What search engines and archives are told of an entity. */
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

/** What the page of an entity shows, as a file. */
export function entityFile(format: Format, entity: EntityData, origin: string): Sent {
  const ties = entity.relationships.edges.map(({ node }) => node);
  const text = {
    csv: () => tiesAsCsv(ties, origin),
    json: () => `${JSON.stringify({ entity }, null, 2)}\n`,
    bibtex: () => bibtexOf(documentsOf(ties), origin),
    csl: () => cslOf(documentsOf(ties), origin),
  }[format]();
  return download(format, entity.name, text);
}
