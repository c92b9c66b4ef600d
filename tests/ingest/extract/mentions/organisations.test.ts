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
  ['White House', 'agency'],
  ['Norwegian National Security Council', 'agency'],
  ['Embassy of Norway', 'agency'],
  ['UN Security Council', 'multilateral'],
  ['Nordby Enterprise Institute', 'other'],
  ['Fjord Design Bureau', 'company'],
  ['Fjord Strike Group', 'military_unit'],
  ['Nordby Times', 'company'],
])('%s is of the kind %s', (name, kind) => expect(organisationKind(name)).toBe(kind));
