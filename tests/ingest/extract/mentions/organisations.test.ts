import { expect, test } from 'vitest';
import { organisationKind } from '../../../../src/ingest/extract/mentions/organisation-kinds.ts';

test.each([
  ['International Ice Agency', 'multilateral'],
  ['Contact Group', 'multilateral'],
  ['Arctic Consultative Group', 'multilateral'],
  ['NordLicht', 'company'],
  ['Halden Pharma', 'company'],
  ['Ruritanian Airforce', 'armed_force'],
  ['Nordlicht', 'other'],
  ['National Polar Foundation', 'agency'],
  ['Nordlund Group', 'company'],
])('%s is of the kind %s', (name, kind) => expect(organisationKind(name)).toBe(kind));
