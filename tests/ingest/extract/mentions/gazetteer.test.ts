import { expect, test } from 'vitest';
import { findInGazetteer } from '../../../../src/ingest/extract/mentions/gazetteer.ts';
import { firstWord, type Lexicon } from '../../../../src/ingest/lexicon/lexicon.ts';
import { readText } from '../../../../src/ingest/text/read.ts';

function lexicon(...forms: string[]): Lexicon {
  const byFirstWord = new Map(
    forms.map((form) => [
      firstWord(form),
      [
        {
          kind: 'Organisation' as const,
          name: form,
          form,
          needsContext: false,
          properties: {},
          background: undefined,
        },
      ],
    ]),
  );
  return {
    byFirstWord,
    agreements: new Map(),
    externalIds: new Map(),
    rejected: [],
    version: null,
  };
}

const found = (form: string, raw: string) => {
  const text = readText(raw);
  return findInGazetteer(lexicon(form))(text).map(({ start, end }) => text.clean.slice(start, end));
};

test.each([
  ['Ministry of Defence', 'The Ministry of Defence said so.', 'Ministry of Defence'],
  ['Ministry of Defence', 'The Ministry of\n   Defence said so.', 'Ministry of    Defence'],
  ["People's Army", 'The People’s Army said so.', 'People’s Army'],
  ['People’s Army', "The People's Army said so.", "People's Army"],
  ['F-16', 'An F-16 flew.', 'F-16'],
])('%s is found in "%s"', (form, text, name) => expect(found(form, text)).toEqual([name]));

test.each([
  ['Ministry of Defence', 'The Ministry of Defences said so.'],
  ['Ministry of Defence', 'The Ministry of             Defence said so.'],
  ['F-16', 'An F-16A flew.'],
  ['F-16', 'An XF-16 flew.'],
  ['Boeing', 'boeing'],
])('%s is not found in "%s"', (form, text) => expect(found(form, text)).toEqual([]));
