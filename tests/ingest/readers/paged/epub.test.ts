import { expect, test } from 'vitest';
import type { ReadItem } from '../../../../src/ingest/readers/record.ts';
import { PARSERS } from '../../../../src/ingest/readers/registry.ts';

/** A ZIP archive whose files are stored as they are. */
function makeZip(files: Readonly<Record<string, string>>): Uint8Array {
  const [parts, index]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [file, text] of Object.entries(files)) {
    const [name, bytes] = [Buffer.from(file), Buffer.from(text)];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(20, 4);
    local.writeUInt32LE(bytes.length, 18);
    local.writeUInt32LE(bytes.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    local.copy(entry, 6, 4);
    entry.writeUInt32LE(at, 42);
    parts.push(local, name, bytes);
    index.push(entry, name);
    at += local.length + name.length + bytes.length;
  }
  const directory = Buffer.concat(index);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(index.length / 2, 8);
  end.writeUInt16LE(index.length / 2, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

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
