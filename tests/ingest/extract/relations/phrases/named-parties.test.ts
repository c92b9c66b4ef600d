import { expect, test } from 'vitest';
import { namedParties } from '../../../../../src/ingest/extract/relations/phrases/named-parties.ts';
import { namesIn } from '../names-in.ts';

const told = (raw: string) => namedParties(namesIn(raw), []).map(({ subject }) => subject.name);

test.each([
  ['They praised the Norway-Chile Strategic Partnership Agreement.', ['Chile', 'Norway']],
  ['They praised the Norwegian Climate Agreement.', []],
  ['Norway-Chile talks were about the Paris Agreement.', []],
])('%s', (raw, parties) => {
  expect(told(raw).sort()).toEqual(parties);
});
