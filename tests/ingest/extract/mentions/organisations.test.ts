import { expect, test } from 'vitest';
import { organisationKind } from '../../../../src/ingest/extract/mentions/organisation-kinds.ts';

test.each([
  ['International Ice Agency', 'multilateral'],
  ['Contact Group', 'multilateral'],
  ['National Polar Foundation', 'agency'],
  ['Nordlund Group', 'company'],
])('%s is of the kind %s', (name, kind) => expect(organisationKind(name)).toBe(kind));
