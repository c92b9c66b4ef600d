import { expect, test } from 'vitest';
import { plainWikitext } from '../../../src/ingest/readers/structured/wikitext.ts';

test('a link is its label, and a surname that is linked to a full name is that name once', () =>
  expect(
    plainWikitext(
      "'''Talks''' {{Infobox|a=b}} of [[Lars Holm|Holm]] and [[Eva Berg (politician)|Berg]] in [[Oslo]]. [[Lars Holm|Holm]] left [[Norway|the north]].<ref>x</ref>",
    ),
  ).toBe('Talks of Lars Holm and Berg in Oslo. Holm left the north.'));
