import { describe, expect, test } from 'vitest';
import { plainRtf } from '../../../../src/ingest/readers/paged/rtf.ts';
import { PARSERS } from '../../../../src/ingest/readers/registry.ts';
import { makeZip } from './make-zip.ts';

const SEEN = 'Holm met Berg in Oslo.';
const UNSEEN = 'Nobody is to read this.';

async function wordText(body: string): Promise<string | undefined> {
  const zip = makeZip({
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
  });
  const items = await PARSERS.read('zip', { name: 'a.docx', given: {} }, zip);
  return items.flatMap((item) => ('document' in item ? [item.document.raw] : []))[0];
}
const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;

describe('what a program of office does not show is not read', () => {
  test.each([
    ['hidden', `<w:p>${run(SEEN)}${run(UNSEEN, '<w:vanish/>')}</w:p>`],
    ['moved away', `<w:p>${run(SEEN)}</w:p><w:moveFrom>${run(UNSEEN)}</w:moveFrom>`],
    ['deleted', `<w:p>${run(SEEN)}<w:del>${run(UNSEEN)}</w:del></w:p>`],
  ])('Word: %s', async (_, body) => expect(await wordText(body)).toBe(SEEN));

  test.each([
    `{\\deleted ${UNSEEN}}`,
    `{\\v ${UNSEEN}}`,
    `\\v ${UNSEEN}\\v0 `,
    `{\\v {\\b ${UNSEEN}}}`,
  ])('RTF: %s', (group) => expect(plainRtf(`{\\rtf1\\ansi ${group}${SEEN}}`).text).toBe(SEEN));
});

test('what is marked as shown is read', async () => {
  expect(await wordText(`<w:p>${run(SEEN, '<w:vanish w:val="0"/>')}</w:p>`)).toBe(SEEN);
  expect(plainRtf(`{\\rtf1\\ansi {\\footnote ${UNSEEN}\\v0}${SEEN}}`).text).toBe(SEEN);
});
