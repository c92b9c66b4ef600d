import { expect, test } from 'vitest';
import { officeOwners } from '../../../../../src/ingest/extract/relations/offices/owners.ts';
import { namesIn } from '../names-in.ts';

const told = (raw: string) =>
  officeOwners(namesIn(raw), []).map(({ subject, object }) => `${subject.name} of ${object.name}`);

test.each([
  ['Norwegian Prime Minister Jens Holm came.', ['Jens Holm of Norway']],
  ["Norway's defence minister Jens Holm came.", ['Jens Holm of Norway']],
  ['The prime minister of Norway, Jens Holm, came.', ['Jens Holm of Norway']],
  ['Kongsberg president Jens Holm came.', ['Jens Holm of Kongsberg']],
  ['Jens Holm, president of Kongsberg, came.', ['Jens Holm of Kongsberg']],
  ['Ann Berg, head of research at Kongsberg, came.', ['Ann Berg of Kongsberg']],
  ['Ann Berg, chief test engineer, Kongsberg, came.', ['Ann Berg of Kongsberg']],
  ['Ann Berg, a minister who came to Kongsberg, left.', []],
  ['Ann Berg, a neighbour of Kongsberg, left.', []],
  ['Former Norwegian Prime Minister Jens Holm came.', []],
  ['Jens Holm, the Norwegian ambassador to Chile, came.', []],
  ["Jens Holm, the Norwegian firm's president, came.", []],
  ['General Jens Holm, and the president of Chile, Ana Rojas, came.', ['Ana Rojas of Chile']],
])('%s', (raw, said) => {
  expect(told(raw)).toEqual(said);
});
