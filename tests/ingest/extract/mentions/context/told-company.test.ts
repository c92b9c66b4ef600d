import { expect, test } from 'vitest';
import { isToldCompany } from '../../../../../src/ingest/extract/mentions/context/told-company.ts';

/** Whether the text tells that the name in brackets is a company's. */
function told(marked: string): boolean {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  return isToldCompany(marked.replace(/[[\]]/g, ''), [{ start, end }]);
}

test.each([
  'Seats of the airline [Skyfjord] were sold.',
  'It is a client of banking giant [Nordhaven].',
  'Companies such as Aerlin, Sistemas Boral and [Tavos] took part.',
  'The chief executive of [Merrin] spoke.',
  'On Monday [Vellux] shares rose again.',
  'She works for [Vellux], a Danish maker of lenses, the firm said.',
  'Four [Tavos]-built ferries sail.',
  'A [Tavos]-owned ferry sails.',
  'Shares in [Merrin] fell.',
  'The bid of [Merrin], which builds ferries, was late.',
  'She praised [Merrin], maker of ferries.',
])('a company is told: %s', (marked) => {
  expect(told(marked)).toBe(true);
});

test.each([
  'The club [Skyfjord] was founded in 1901.',
  'Analysts at [Nordhaven] doubt that.',
  'The think tank [Skyfjord] asked for it.',
  'She left [Skyfjord], a Danish think tank.',
  'He saw [Skyfjord], which sank.',
  'The network [Merrin] shares its findings.',
  'Countries such as Aerlin and [Tavos] took part.',
])('nothing of a company is told: %s', (marked) => {
  expect(told(marked)).toBe(false);
});
