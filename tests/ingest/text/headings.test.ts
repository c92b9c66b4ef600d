import { expect, test } from 'vitest';
import { readText } from '../../../src/ingest/text/read.ts';

const kindsOf = (line: string) =>
  readText(`A fair\n\nThe ships came to Oslo.\n\n${line}\n\nThey left again.`).blocks.map(
    ({ kind }) => kind,
  );

test.each([
  ['The ships', 'heading'],
  ['What is next?', 'heading'],
  ['Key points:', 'heading'],
  ['The ships left. What is next?', 'body'],
  ['They asked: “Why?” What is next?', 'body'],
])('a line alone that asks or names is a heading: %s', (line, kind) =>
  expect(kindsOf(line)[2]).toBe(kind),
);
