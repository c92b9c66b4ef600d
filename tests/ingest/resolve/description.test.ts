import { expect, test } from 'vitest';
import { describe } from '../../../src/ingest/resolve/description.ts';
import type { Extraction } from '../../../src/model/extraction.ts';
import type { EntityKind } from '../../../src/model/kinds.ts';

const AGREEMENT = {
  key: 'a',
  kind: 'Agreement',
  name: 'contract',
  properties: { kind: 'contract' },
};

/** What a contract is called with these ends, as `[type, kind, name]`. */
function nameWith(...ends: readonly [type: string, kind: EntityKind, name: string][]): string {
  const others = ends.map(([, kind, name]) => ({ key: name, kind, name, properties: {} }));
  const statements = ends.map(([type, , name]) =>
    type === 'CONCERNS'
      ? { type, subject: 'a', object: name }
      : { type, subject: name, object: 'a' },
  );
  const told = { entities: [AGREEMENT, ...others], statements } as unknown as Extraction;
  return describe(told.entities[0]!, told);
}

test('an agreement is between two or more', () => {
  expect(
    nameWith(
      ['PARTY_TO', 'Country', 'Peru'],
      ['SIGNED', 'Organisation', 'Embraer'],
      ['SIGNED', 'Person', 'Ana Ruiz'],
      ['CONCERNS', 'WeaponSystem', 'C-390'],
    ),
  ).toBe('Contract between Peru and Embraer for C-390');
});

test('who is bound alone, or only signed, is never "between"', () => {
  const peru = ['PARTY_TO', 'Country', 'Peru'] as const;
  const ruiz = ['SIGNED', 'Person', 'Ana Ruiz'] as const;
  const item = ['CONCERNS', 'WeaponSystem', 'C-390'] as const;
  expect(nameWith([...peru])).toBe('Contract of Peru');
  expect(nameWith([...peru], [...item])).toBe('Contract of Peru for C-390');
  expect(nameWith([...peru], [...ruiz])).toBe('Contract of Peru signed by Ana Ruiz');
  expect(nameWith([...ruiz])).toBe('Contract signed by Ana Ruiz');
  expect(nameWith([...item])).toBe('Contract for C-390');
  expect(nameWith()).toBe('Contract');
});
