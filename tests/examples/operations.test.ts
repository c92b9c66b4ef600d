import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { readOperations } from '../../src/server/pages/operations.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'examples/operations');
const schema = buildSchema(readFileSync(path.join(ROOT, 'schema/schema.graphql'), 'utf8'));
const operations = readOperations();

describe('the example operations', () => {
  test('are enough to choose from, each with another title', () => {
    expect(operations.length).toBeGreaterThanOrEqual(14);
    expect(new Set(operations.map(({ title }) => title)).size).toBe(operations.length);
  });

  test('leave no variables without an operation', () => {
    const names = new Set(operations.map(({ name }) => name));
    const lost = readdirSync(FOLDER).filter((file) => !names.has(file.replace(/\..*$/, '')));
    expect(lost).toEqual([]);
  });

  test.each(operations.map((operation) => [operation.name, operation] as const))(
    '%s says what it answers, and fits the schema with its variables',
    (_, { query, variables }) => {
      expect(query).toMatch(/^# \S.*\n# \S/);
      const document = parse(query);
      expect(validate(schema, document)).toEqual([]);
      expect(document.definitions).toHaveLength(1);
      const [definition] = document.definitions as readonly OperationDefinitionNode[];
      expect(definition).toMatchObject({ kind: Kind.OPERATION_DEFINITION, operation: 'query' });
      expect(definition!.name?.value).toMatch(/^[A-Z]/);
      const given = variables ? JSON.parse(variables) : {};
      const declared = definition!.variableDefinitions ?? [];
      expect(Object.keys(given)).toEqual(declared.map(({ variable }) => variable.name.value));
      expect(getVariableValues(schema, declared, given).errors).toBeUndefined();
    },
  );
});
