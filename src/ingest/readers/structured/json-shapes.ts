type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const firstOf = (value: unknown): Json => {
  const first = Array.isArray(value) ? value[0] : value;
  return isObject(first) ? first : {};
};

/** Data formats that are mistaken for articles, by keys that only they have. */
const SHAPES: readonly (readonly [name: string, test: (root: Json) => boolean])[] = [
  ['a STIX bundle', (root) => root.type === 'bundle' && 'objects' in root],
  [
    'OCDS releases (open contracting)',
    (root) =>
      'ocid' in root ||
      'ocid' in firstOf(root.releases) ||
      ('records' in root && 'ocid' in firstOf(root.records)),
  ],
  ['Wikidata entities', (root) => 'entities' in root || ('labels' in root && 'claims' in root)],
  ['FollowTheMoney entities', (root) => 'schema' in root && 'properties' in root],
  ['GeoJSON', (root) => root.type === 'FeatureCollection' || root.type === 'Feature'],
  ['a notebook', (root) => 'nbformat' in root],
  ['an OpenAPI description', (root) => 'openapi' in root || 'swagger' in root],
  ['an npm package file', (root) => 'dependencies' in root && 'name' in root],
  ['a GraphQL schema', (root) => '__schema' in firstOf(root.data) || '__schema' in root],
  [
    'SPARQL results',
    (root) => 'results' in root && 'head' in root && 'bindings' in firstOf(root.results),
  ],
];

/** What JSON without a text seems to be, or its keys, to be appended to a reason. */
export function shapeOf(value: unknown): string {
  const root = firstOf(value);
  const known = SHAPES.find(([, test]) => test(root))?.[0];
  if (known) return ` (it seems to be ${known})`;
  const keys = Object.keys(root).slice(0, 8);
  return keys.length > 0 ? ` (its keys are ${keys.join(', ')})` : '';
}
