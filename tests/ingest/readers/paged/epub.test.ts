import { expect, test } from 'vitest';
import type { ReadItem } from '../../../../src/ingest/readers/record.ts';
import { PARSERS } from '../../../../src/ingest/readers/registry.ts';
import { makeZip } from './make-zip.ts';

const chapter = (text: string) => `<html><body><p>${text}</p></body></html>`;
const book = (spine: string) =>
  makeZip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container><rootfile full-path="o/b.opf"/></container>',
    'o/b.opf': `<package><metadata><date>2024-05-14</date></metadata><manifest><item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/></manifest><spine>${spine}</spine></package>`,
    'o/a.xhtml': chapter('Norway and Denmark signed a defence cooperation agreement in Oslo.'),
    'o/b.xhtml': chapter('Denmark ordered twenty launchers from Norway in the same week.'),
  });

const namesOf = (items: readonly ReadItem[]) =>
  items.map((item) => ('document' in item ? item.document.source : item));

test('the chapters of a book are read in its order, each once however often it is named', async () => {
  const items = await PARSERS.read(
    'zip',
    { name: 'b.epub', given: {} },
    book(`<itemref idref="b"/><itemref idref="a"/>${'<itemref idref="b"/>'.repeat(50_000)}`),
  );
  expect(namesOf(items)).toEqual(['b.epub!/o/b.xhtml', 'b.epub!/o/a.xhtml']);
}, 20_000);
