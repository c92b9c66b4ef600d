import { leftOut, savedPageFolders } from '../left-out.ts';
import { readEpub } from '../paged/epub.ts';
import { bytesOf, type Input, innerInput, type Reader, type Reading } from '../reader.ts';
import { type ReadItem, Refusal, reject, skip } from '../record.ts';
import { readSidecar, SIDECAR, sidecarNames } from '../sources/sidecar.ts';
import { Zip } from './unzip.ts';

const BYTES_MAX = 250_000_000;
export const DEPTH_MAX = 3;

/** Other formats in ZIP containers, by a file that only they contain. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [
    /^xl\//,
    'is a spreadsheet (XLSX); save the sheet as CSV with columns "title", "date" and "text"',
  ],
  [/^ppt\//, 'is a presentation (PPTX); save it as PDF'],
  [/^META-INF\/MANIFEST\.MF$/, 'is a Java archive; give the articles themselves'],
  [/^AndroidManifest\.xml$/, 'is an Android package; give the articles themselves'],
];
const OPEN_DOCUMENT: Readonly<Record<string, string>> = {
  spreadsheet:
    'is a spreadsheet (ODS); save the sheet as CSV with columns "title", "date" and "text"',
  presentation: 'is a presentation (ODP); save it as PDF',
  graphics: 'is a drawing (ODG); save it as PDF',
};

/** The entry of a sidecar beside the file `name`. */
const besideOf = (zip: Zip, name: string) =>
  SIDECAR.test(name) ? undefined : sidecarNames(name).find((each) => zip.entry(each));

async function* readEntries(input: Input, zip: Zip, { inner }: Reading): AsyncGenerator<ReadItem> {
  if (input.depth >= DEPTH_MAX)
    throw new Refusal(`lies in more than ${DEPTH_MAX} archives; unpack it`);
  if (zip.entries.length === 0) throw new Refusal('is an empty archive');
  const folders = savedPageFolders(zip.entries.map(({ fileName }) => fileName));
  const entries = [...zip.entries].sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
  const sidecars = new Set(entries.map(({ fileName }) => besideOf(zip, fileName)));
  for (const entry of entries) {
    const name = `${input.name}!/${entry.fileName}`;
    const reason = leftOut(entry.fileName, folders);
    if (reason !== null) {
      yield skip(name, reason);
      continue;
    }
    if (sidecars.has(entry.fileName)) continue;
    try {
      const beside = besideOf(zip, entry.fileName);
      const sidecar =
        beside === undefined
          ? { metadata: input.given, warnings: [] }
          : readSidecar(`${input.name}!/${beside}`, (await zip.text(beside)) ?? '');
      if (typeof sidecar === 'string') throw new Refusal(sidecar);
      for (const warning of sidecar.warnings) yield { warning };
      const bytes = await zip.bytes(entry);
      yield* inner(await innerInput(input, { name, given: sidecar.metadata }, bytes));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      yield reject(name, error.message);
      if (input.budget.bytes < 0 || input.budget.entries < 0) return;
    }
  }
}

async function* readZip(input: Input, reading: Reading): AsyncGenerator<ReadItem> {
  const bytes = await bytesOf(input, BYTES_MAX);
  const zip = await Zip.open(bytes, input.budget);
  if (zip.entry('word/document.xml')) {
    yield* reading.whole('office', input, bytes);
    return;
  }
  const type = (zip.entry('mimetype') && (await zip.text('mimetype'))?.trim()) || '';
  if (type === 'application/epub+zip') {
    yield* readEpub(input, zip, reading);
    return;
  }
  const open = /^application\/vnd\.oasis\.opendocument\.(\w+)/.exec(type)?.[1];
  if (open !== undefined) {
    if (OPEN_DOCUMENT[open]) throw new Refusal(OPEN_DOCUMENT[open]);
    yield* reading.whole('office', input, bytes);
    return;
  }
  const other = OTHERS.find(([file]) => zip.entries.some(({ fileName }) => file.test(fileName)));
  if (other) throw new Refusal(other[1]);
  yield* readEntries(input, zip, reading);
}

/** Signatures of an archive, an empty one, and a split one. */
const SIGNATURES = ['504b0304', '504b0506', '504b0708'];

/** A ZIP archive of articles; Word, OpenDocument and EPUB files are also ZIP archives. */
export const zipReader: Reader = {
  format: 'zip',
  maxBytes: null,
  recognise: ({ bytes }) => SIGNATURES.includes(bytes.subarray(0, 4).toString('hex')),
  read: readZip,
};
