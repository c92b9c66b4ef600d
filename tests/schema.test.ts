import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import {
  introspectionFromSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { ENTITY_KINDS } from '../src/model/kinds.ts';
import { RELATIONSHIP_TYPES, RELATIONSHIPS } from '../src/model/relationships.ts';

test('the SDL is the one reviewers saw (update: npm test -- -u)', async () => {
  await expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toMatchFileSnapshot(
    '../schema/schema.graphql',
  );
});

test('the types that pages have their operations from are of this SDL (update: npm test -- -u)', async () => {
  const introspection = minifyIntrospection(
    introspectionFromSchema(lexicographicSortSchema(schema), { descriptions: false }),
  );
  await expect(
    outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true }),
  ).toMatchFileSnapshot('../src/pages/operations/graphql-env.d.ts');
});

const own = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

test('every type, field, argument and value is described', () => {
  const bare: string[] = [];
  const check = (at: string, { description }: { description?: string | null | undefined }) => {
    if (!description?.trim()) bare.push(at);
  };
  for (const type of own) {
    if (['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name)) continue;
    check(type.name, type);
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field);
        if ('args' in field)
          for (const arg of field.args) check(`${type.name}.${field.name}(${arg.name})`, arg);
      }
  }
  expect(bare).toEqual([]);
});

test('node takes an id and nothing else, as Relay wants of what it refetches by', () => {
  const { args } = schema.getQueryType()!.getFields().node!;
  expect(args.map(({ name, type }) => `${name}: ${type}`)).toEqual(['id: ID!']);
});

test('every relationship type can be followed both ways, by the names of the vocabulary', () => {
  const missing: string[] = [];
  for (const type of RELATIONSHIP_TYPES) {
    const { from, to, fields } = RELATIONSHIPS[type];
    const has = (kind: string, field: string) => {
      const object = schema.getType(kind);
      if (!isObjectType(object) || !(field in object.getFields()))
        missing.push(`${kind}.${field} (${type})`);
    };
    for (const kind of from) has(kind, fields.out.name);
    for (const kind of to) has(kind, fields.in.name);
  }
  expect(missing).toEqual([]);
});

test('enumerations of the vocabulary are complete', () => {
  const types = schema.getType('RelationshipType');
  expect(isEnumType(types) && types.getValues().map(({ name }) => name)).toEqual(
    [...RELATIONSHIP_TYPES].sort(),
  );
});

test('a list in an answer is never null, nor is anything in it', () => {
  const loose: string[] = [];
  for (const type of own)
    if (isObjectType(type) && type !== schema.getQueryType())
      for (const field of Object.values(type.getFields())) {
        const shown = String(field.type);
        if (shown.startsWith('[') && !shown.endsWith('!]!') && field.name !== 'nodes')
          loose.push(`${type.name}.${field.name}: ${shown}`);
      }
  expect(loose).toEqual([]);
});

/** Shown together as `ArmsSale.value`. */
const OF_MONEY: ReadonlySet<string> = new Set(['currency', 'valueText', 'basis']);

test('every property of a kind is a field of its type', () => {
  const missing = Object.entries(ENTITY_KINDS).flatMap(([kind, properties]) => {
    const type = schema.getType(kind);
    const fields = isObjectType(type) ? type.getFields() : {};
    return Object.keys(properties)
      .filter((name) => !(name in fields) && !(kind === 'ArmsSale' && OF_MONEY.has(name)))
      .map((name) => `${kind}.${name}`);
  });
  expect(missing).toEqual([]);
});
