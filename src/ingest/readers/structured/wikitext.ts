import { decodeHTML } from 'entities';
import { decode } from '../decode.ts';
import { bytesOf, type Reader } from '../reader.ts';
import { mergeMetadata, Refusal, sourceDocument } from '../record.ts';

/** Links to files and categories, in the languages of the larger Wikipedias. */
const NO_TEXT =
  /^\s*:?(?:file|image|category|datei|kategorie|fichier|catégorie|archivo|categoría)\s*:/i;

/** Cuts all between `open` and `close`, nested too; what is never closed ends with its line. */
function withoutNested(text: string, open: string, close: string): string {
  const marks = new RegExp(`${open}|${close}`, 'gi');
  const opening = new RegExp(`^(?:${open})$`, 'i');
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  let opened = 0;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (opening.test(mark)) {
      if (depth === 0) {
        parts.push(text.slice(from, index));
        opened = index;
      }
      depth++;
    } else if (depth > 0) {
      depth--;
      if (depth === 0) from = index + mark.length;
    }
  }
  if (depth > 0) {
    const line = text.indexOf('\n', opened);
    return parts.join('') + (line < 0 ? '' : text.slice(line));
  }
  return parts.join('') + text.slice(from);
}

/** Shows the full name at the first "[[Anna Holm|Holm]]", whose label is only the surname. */
function namesOnce(): (link: string) => string {
  const told = new Set<string>();
  return (link) => {
    const label = link.slice(link.lastIndexOf('|') + 1).replace(/^:/, '');
    const target = link.slice(0, link.indexOf('|')).trim();
    const isName =
      link.includes('|') &&
      target.endsWith(` ${label}`) &&
      /^(?:\p{Lu}[\p{L}.’'-]+ ){1,3}\p{Lu}[\p{L}’'-]+$/u.test(target);
    if (!isName || told.has(target)) return label;
    told.add(target);
    return target;
  };
}

/** Replaces `[[target|label]]` by its label, and removes links to files and categories. */
function withoutLinks(text: string): string {
  const nameOf = namesOnce();
  return text
    .replace(/\[\[([^[\]\n]{1,500})\]\]/g, (_, link: string) =>
      NO_TEXT.test(link) ? '' : nameOf(link),
    )
    .replace(/\[\[(?:file|image|datei|fichier)\s*:[^[\]\n]{0,2000}\]\]/gi, '')
    .replace(
      /\[(?:https?:)?\/\/[^\s[\]]{1,2000}(?:\s([^\]\n]{0,500}))?\]/g,
      (_, label) => label ?? '',
    );
}

/** Wikitext as prose: paragraphs and headings, without templates, tables, references and marks. */
export function plainWikitext(source: string): string {
  let text = withoutNested(source, '<!--', '-->');
  text = text.replace(/<(ref|gallery|math|score|timeline)\b[^<>]{0,500}\/>/gi, '');
  for (const tag of ['ref', 'gallery', 'math', 'timeline', 'score'])
    text = withoutNested(text, `<${tag}(?=[\\s>])[^<>]{0,500}>`, `</${tag}>`);
  text = withoutNested(text, '\\{\\{', '\\}\\}');
  text = withoutNested(text, '\\{\\|', '\\|\\}');
  text = withoutLinks(withoutLinks(text))
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,400}>/gi, '')
    .replace(/__[A-Z]{3,30}__/g, '')
    .replace(/'{2,5}/g, '')
    .replace(/^={1,6}([^=\n]{1,300})={1,6}[ \t]*$/gm, (_, title: string) => `\n${title.trim()}\n`)
    .replace(/^[*#:;]+[ \t]*/gm, '\n');
  return decodeHTML(text)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n\n');
}

const MARKS = [
  /\{\{[^{}]{1,2000}/,
  /\[\[[^[\]\n]{1,300}\]\]/,
  /^={2,6}[^=\n]{1,200}={2,6}\s*$/m,
  /'''/,
  /<ref[\s>]/,
  /^\{\|/m,
];

export const wikitextReader: Reader = {
  format: 'wikitext',
  maxBytes: 20_000_000,
  recognise: ({ text, ending }) =>
    !/^\s*[<]\?xml/.test(text) &&
    MARKS.filter((mark) => mark.test(text)).length >=
      (/^\.(?:wiki|mediawiki|wikitext)$/.test(ending) ? 1 : 3),
  async *read(input) {
    const bytes = await bytesOf(input);
    const text = plainWikitext(decode(bytes, { charset: input.charset }).text);
    if (text === '') throw new Refusal('has wiki markup and no text');
    yield sourceDocument(input.name, bytes, text, mergeMetadata(input.given, input.fallback));
  },
};
