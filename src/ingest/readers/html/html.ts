import { decode, guessWarning } from '../decode.ts';
import { bytesOf, type Head, type Reader } from '../reader.ts';
import { mergeMetadata, Refusal, sourceDocument } from '../record.ts';

export const WHOLE_PAGE = /<(?:!doctype\s+html|html|head|body)\b/i;

const CLOSING =
  /<\/(p|div|article|section|h[1-6]|ul|ol|table|span|strong|em|b|i|a|blockquote|font|center)\s*>/i;
const SINGLE = /<(?:br|p|hr|img)\b[^>]{0,300}>/gi;

/** Whether a text has the markup of a page or of a fragment. */
export function hasMarkup(text: string): boolean {
  if (WHOLE_PAGE.test(text) || /<script\b/i.test(text)) return true;
  const closing = CLOSING.exec(text);
  if (
    closing &&
    text.toLowerCase().lastIndexOf(`<${closing[1]!.toLowerCase()}`, closing.index) >= 0
  )
    return true;
  return (text.match(SINGLE)?.length ?? 0) > 1;
}

// A comment ends at its first `-->`: a pattern that may look further would backtrack.
const ROOT =
  /^\s*(?:<\?xml[^>]*\?>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html\b|html\b|head\b|body\b)/i;
const ELEMENT =
  'p|div|article|section|main|header|h[1-6]|meta|title|link|script|style|table|ul|ol|span|center|font|b|strong|a|img|br|nav|form';
const PIECE = new RegExp(String.raw`^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:${ELEMENT})\b`, 'i');

export const htmlReader: Reader = {
  format: 'html',
  maxBytes: 20_000_000,
  recognise: ({ text, declared, ending }: Head) =>
    ROOT.test(text) ||
    (declared !== null && /^(?:text\/html|application\/xhtml\+xml)/.test(declared)) ||
    (PIECE.test(text) && (hasMarkup(text) || /^\.(?:x?html?|aspx?|php)$/.test(ending))),
  async *read(input, { html: readPage }) {
    const bytes = await bytesOf(input);
    const { text: html, guessed } = decode(bytes, { charset: input.charset });
    const page = await readPage(html);
    if (page === null)
      throw new Refusal(
        'holds no article; its text is missing (a page that is filled by script?), or the page is too large or too deep',
        html,
      );
    if (guessed) yield { warning: guessWarning(input.name) };
    yield sourceDocument(
      input.name,
      bytes,
      page.text,
      mergeMetadata(input.given, page.metadata, input.fallback),
    );
  },
};
