import { Zip } from '../archives/unzip.ts';
import { bytesOf, type Reader, WHOLE_MAX } from '../reader.ts';
import { headed, type Metadata, mergeMetadata, Refusal, sourceDocument } from '../record.ts';
import { childrenOf, type Element, parseXml, textWithin } from '../structured/xml.ts';

/** Elements that are no text: deletions, field instructions, fallbacks of drawings. */
const SILENT = new Set([
  'w:del',
  'w:instrtext',
  'w:deltext',
  'w:movefrom',
  'mc:fallback',
  'w:footnotereference',
  'text:tracked-changes',
  'text:note',
  'office:annotation',
  'w:sectpr',
  'w:ppr',
  'w:rpr',
]);
const PARAGRAPH = new Set(['w:p', 'text:p', 'text:h']);
const CELL = new Set(['w:tc', 'table:table-cell']);
const ROW = new Set(['w:tr', 'table:table-row']);
const BLANK: Readonly<Record<string, string>> = {
  'w:tab': ' ',
  'w:br': '\n',
  'w:cr': '\n',
  'w:nobreakhyphen': '-',
  'text:tab': ' ',
  'text:s': ' ',
  'text:line-break': '\n',
};

/** Whether a run is not shown, as its properties say. */
const isHidden = (run: Element): boolean =>
  childrenOf(run)
    .filter(({ name }) => name.toLowerCase() === 'w:rpr')
    .flatMap(childrenOf)
    .some(
      ({ name, attribs }) =>
        /^w:(?:vanish|webhidden)$/i.test(name) && !/^(?:0|false|off)$/.test(attribs['w:val'] ?? ''),
    );

/** The text of one paragraph. */
function wordsOf(element: Element): string {
  const name = element.name.toLowerCase();
  if (SILENT.has(name) || (name === 'w:r' && isHidden(element))) return '';
  if (BLANK[name] !== undefined) return BLANK[name];
  return element.children
    .map((child) =>
      'children' in child
        ? wordsOf(child as Element)
        : name === 'w:t' || name.startsWith('text:')
          ? textWithin(child)
          : '',
    )
    .join('');
}

/** Paragraphs in order; a table row is one, with its cells separated by bars. */
function* paragraphsOf(element: Element): Generator<string> {
  for (const child of childrenOf(element)) {
    const name = child.name.toLowerCase();
    if (SILENT.has(name)) continue;
    if (PARAGRAPH.has(name)) yield wordsOf(child);
    else if (ROW.has(name))
      yield childrenOf(child)
        .filter((cell) => CELL.has(cell.name.toLowerCase()))
        .map((cell) => [...paragraphsOf(cell)].join(' ').trim())
        .filter(Boolean)
        .join(' | ');
    else yield* paragraphsOf(child);
  }
}

/** Title, day and language from `docProps/core.xml` or `meta.xml`. */
function propertiesOf(xml: string | null): Metadata {
  const { root, nameOf } = parseXml(xml ?? '');
  const found = new Map<string, string>();
  const walk = (element: Element, depth: number) => {
    const text = textWithin(element).trim();
    if (text !== '' && !found.has(nameOf(element))) found.set(nameOf(element), text);
    if (depth < 4) for (const child of childrenOf(element)) walk(child, depth + 1);
  };
  if (root) walk(root, 0);
  return { title: found.get('dc:title') ?? null, language: found.get('dc:language') ?? null };
}

const PARTS = [
  { content: 'word/document.xml', properties: 'docProps/core.xml' },
  { content: 'content.xml', properties: 'meta.xml' },
] as const;

/** A text document of Word (DOCX) or OpenDocument (ODT), which the reader of ZIP recognises. */
export const officeReader: Reader = {
  format: 'office',
  maxBytes: WHOLE_MAX,
  recognise: () => false,
  async *read(input) {
    const bytes = await bytesOf(input);
    const zip = await Zip.open(bytes, input.budget);
    const part = PARTS.find(({ content }) => zip.entry(content));
    const { root } = parseXml((part && (await zip.text(part.content))) ?? '');
    const text = (root ? [...paragraphsOf(root)] : [])
      .map((paragraph) => paragraph.replace(/[^\S\n]+/g, ' ').trim())
      .filter(Boolean)
      .join('\n\n');
    if (part === undefined || text === '') throw new Refusal('is a text document without text');
    const own = propertiesOf(await zip.text(part.properties));
    yield sourceDocument(
      input.name,
      bytes,
      headed(own.title, text),
      mergeMetadata(input.given, own, input.fallback),
    );
  },
};
