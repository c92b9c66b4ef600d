import { expect, test } from 'vitest';
import { referenceOf } from '../../../../src/ingest/extract/values/dates.ts';

test('relative dates of a text that is printed later are counted from its dateline', () => {
  const day = (text: string, publishedOn: string | null) =>
    referenceOf(text, publishedOn)?.toISOString().slice(0, 10);
  const told = 'Ministers sign a pact  OSLO, March 5, 2024 (Wire) - The two met on Monday.';
  expect(day(told, '2024-03-20')).toBe('2024-03-05');
  expect(day(told, null)).toBe('2024-03-05');
  expect(day('Bergen, 5 March 2024 — The two met on Monday.', '2024-03-07')).toBe('2024-03-05');
  // Not one after the day of publication, of another year, or within a sentence.
  expect(day(told, '2024-03-01')).toBe('2024-03-01');
  expect(day(told, '2026-03-01')).toBe('2026-03-01');
  expect(day('They met in Oslo, March 5, 2024, and again now.', '2024-03-20')).toBe('2024-03-20');
});

test('a full date behind the town that opens a text is that of the text', () =>
  expect(
    referenceOf('KUALA LUMPUR, October 31, 2025 (Wire) - Both said', null)?.toISOString(),
  ).toBe('2025-10-31T12:00:00.000Z'));
