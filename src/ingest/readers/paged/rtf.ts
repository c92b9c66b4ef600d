import iconv from 'iconv-lite';
import { squash } from '../../text/text.ts';
import { bytesOf, type Reader, WHOLE_MAX } from '../reader.ts';
import { headed, mergeMetadata, Refusal, sourceDocument } from '../record.ts';

/** Groups without text of the document. */
const SILENT = new Set(
  'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf footnote listtable listoverridetable rsidtbl generator themedata datastore fldinst xmlnstbl latentstyles mmathPr filetbl revtbl'.split(
    ' ',
  ),
);
const BREAKS = new Set(['par', 'sect', 'page', 'row', 'pard.row']);
const SIGNS: Readonly<Record<string, string>> = {
  line: '\n',
  tab: ' ',
  cell: ' | ',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
};
const TOKEN =
  /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/gi;

/** Words that are deleted or hidden until the same with a 0. */
const UNSEEN = new Set(['deleted', 'v', 'webhidden']);

interface Group {
  silent: boolean;
  unseen: boolean;
  /** Number of letters that replace a `\u` in programs without Unicode. */
  fallback: number;
  title: boolean;
}

/** Removes separators behind a row's last cell. */
function withoutLastCells(paragraph: string): string {
  let end = paragraph.length;
  while (end > 0 && /[|\s]/.test(paragraph[end - 1]!)) end--;
  return paragraph.slice(0, end);
}

/** The text of RTF: ASCII with control words, and letters as bytes of a code page or as `\u`. */
export function plainRtf(rtf: string): { text: string; title: string | null } {
  const codePage = `cp${/\\ansicpg(\d{2,5})/.exec(rtf)?.[1] ?? '1252'}`;
  const page = iconv.encodingExists(codePage) ? codePage : 'win1252';
  const groups: Group[] = [];
  let group: Group = { silent: false, unseen: false, fallback: 1, title: false };
  let [skip, ignorable] = [0, false];
  let hex: number[] = [];
  const parts: string[] = [];
  let title = '';
  const put = (text: string) => {
    if (group.title) title += text;
    else if (!group.silent && !group.unseen) parts.push(text);
  };
  const flush = () => {
    if (hex.length > 0) put(iconv.decode(Buffer.from(hex), page));
    hex = [];
  };
  for (const [, word, number, byte, sign, brace, plain] of rtf.matchAll(TOKEN)) {
    if (byte !== undefined) {
      if (skip > 0) skip--;
      else hex.push(Number.parseInt(byte, 16));
      continue;
    }
    flush();
    if (brace === '{') {
      groups.push(group);
      group = { ...group, title: false };
      skip = 0;
    } else if (brace === '}') {
      group = groups.pop() ?? group;
      skip = 0;
    } else if (word !== undefined) {
      if (ignorable || SILENT.has(word)) group.silent = true;
      ignorable = false;
      if (UNSEEN.has(word)) group.unseen = number !== '0';
      else if (word === 'title') group.title = true;
      else if (word === 'uc') group.fallback = Number(number ?? 1);
      else if (word === 'u') {
        put(String.fromCharCode(Number(number) & 0xffff));
        skip = group.fallback;
      } else if (word === 'bin') skip = 0;
      else if (BREAKS.has(word)) put('\n\n');
      else if (SIGNS[word]) put(SIGNS[word]);
    } else if (sign !== undefined) {
      if (sign === '*') ignorable = true;
      else if (sign === '~') put('\u00a0');
      else if (sign === '_') put('-');
      else if ('\\{}'.includes(sign)) put(sign);
      else if (sign === '\n' || sign === '\r') put('\n\n');
    } else if (plain !== undefined) {
      put(plain.slice(skip));
      skip = Math.max(0, skip - plain.length);
    }
  }
  flush();
  const text = parts
    .join('')
    .split(/\n\s*\n/)
    .map((paragraph) => squash(withoutLastCells(paragraph)))
    .filter(Boolean)
    .join('\n\n');
  return { text, title: title.trim() || null };
}

export const rtfReader: Reader = {
  format: 'rtf',
  maxBytes: WHOLE_MAX,
  recognise: ({ text }) => /^\s*\{\\rtf/.test(text),
  async *read(input) {
    const bytes = await bytesOf(input);
    const { text, title } = plainRtf(bytes.toString('latin1'));
    if (text === '') throw new Refusal('is RTF without text');
    yield sourceDocument(
      input.name,
      bytes,
      headed(title, text),
      mergeMetadata(input.given, { title }, input.fallback),
    );
  },
};
