import { bytesOf, type Input, type Reader } from '../reader.ts';
import { type Metadata, mergeMetadata, type ReadItem, Refusal, sourceDocument } from '../record.ts';
import {
  continues,
  joinLines,
  linesOfPage,
  type PdfLine,
  type Piece,
  paragraphsOfPage,
  withoutEdges,
} from './pdf-lines.ts';
import { StreamTooLarge, withBoundedBuffers } from './pdf-memory.ts';

const BYTES_MAX = 100_000_000;
const PAGES_MAX = 2_000;
/** Most characters; extraction reads no further either. */
const TEXT_MAX = 2_000_000;
/** Least letters per page; with fewer, the page is a scan. */
const LETTERS_A_PAGE = 20;

interface PdfItem {
  readonly str?: string;
  readonly width?: number;
  readonly height?: number;
  readonly transform?: readonly number[];
  readonly hasEOL?: boolean;
}

function piecesOf(items: readonly PdfItem[]): Piece[] {
  return items.flatMap(({ str, width = 0, height = 0, transform }) =>
    str === undefined || transform === undefined
      ? []
      : [
          {
            text: str,
            x: transform[4] ?? 0,
            y: transform[5] ?? 0,
            width,
            size: height || Math.hypot(transform[2] ?? 0, transform[3] ?? 0),
          },
        ],
  );
}

/** Title and language; the day of the file is left out, because a page may be printed later. */
function infoOf(info: Record<string, unknown>): Metadata {
  const title = String(info.Title ?? '').trim();
  // Programs write the file's name or their own as the title.
  const isName =
    title === '' ||
    /\.(?:docx?|pdf|indd|qxd|html?|rtf|pages)$|^microsoft|^untitled|^about:|^https?:/i.test(title);
  return {
    title: isName ? null : title,
    language: typeof info.Language === 'string' ? info.Language : null,
  };
}

interface Pages {
  readonly raw: string;
  readonly starts: readonly number[];
}

/** Joins the pages' paragraphs, also across a page break, and notes the offset of each page. */
function joinPages(pages: readonly (readonly PdfLine[])[]): Pages {
  let raw = '';
  const starts: number[] = [];
  for (const lines of pages) {
    const paragraphs = paragraphsOfPage(lines);
    const [first = ''] = paragraphs;
    const last = raw.slice(raw.lastIndexOf('\n') + 1);
    const goesOn =
      last !== '' &&
      first !== '' &&
      last.length > 60 &&
      continues(last, first) &&
      !/[.!?]["”]?$/.test(last);
    if (goesOn)
      raw = `${raw.slice(0, raw.length - last.length)}${joinLines(last, '').trimEnd()}${/[-\u2010]$/.test(last) ? '' : ' '}`;
    else if (raw !== '' && paragraphs.length > 0) raw += '\n\n';
    starts.push(raw.length);
    raw += paragraphs.join('\n\n');
    if (raw.length > TEXT_MAX) break;
  }
  return { raw, starts };
}

async function itemsOf(input: Input, bytes: Buffer): Promise<ReadItem[]> {
  const { getDocumentProxy } = await import('unpdf');
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    pdf = await getDocumentProxy(Uint8Array.from(bytes), { isEvalSupported: false, verbosity: 0 });
  } catch (error) {
    const { name, message } = error as Error;
    throw new Refusal(
      name === 'PasswordException'
        ? 'is a PDF with a password; save it without one'
        : `is a PDF that cannot be opened: ${message.slice(0, 120)}; save it anew`,
    );
  }
  try {
    if (pdf.numPages > PAGES_MAX)
      throw new Refusal(`is a PDF of more than ${PAGES_MAX} pages; split it`);
    const pages: PdfLine[][] = [];
    let length = 0;
    for (let number = 1; number <= pdf.numPages && length < TEXT_MAX; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const lines = linesOfPage(piecesOf(items as PdfItem[]));
      length += lines.reduce((sum, { text }) => sum + text.length, 0);
      pages.push(lines);
      page.cleanup();
    }
    const { raw, starts } = joinPages(withoutEdges(pages));
    if ((raw.match(/\p{L}/gu)?.length ?? 0) < LETTERS_A_PAGE * Math.min(3, pdf.numPages))
      throw new Refusal(
        'is a PDF without a text layer (a scan); run text recognition (OCR) on it first',
      );
    const { info } = (await pdf.getMetadata().catch(() => ({ info: {} }))) as {
      info: Record<string, unknown>;
    };
    const document = sourceDocument(
      input.name,
      bytes,
      raw,
      mergeMetadata(input.given, infoOf(info), input.fallback),
      starts,
    );
    if (length < TEXT_MAX) return [document];
    const warning = `${input.name}: only its first ${pages.length} of ${pdf.numPages} pages were read`;
    return [{ warning }, document];
  } finally {
    await pdf.destroy();
  }
}

async function* readPdf(input: Input): AsyncGenerator<ReadItem> {
  const bytes = await bytesOf(input, BYTES_MAX);
  try {
    yield* await withBoundedBuffers(() => itemsOf(input, bytes));
  } catch (error) {
    if (!(error instanceof StreamTooLarge)) throw error;
    throw new Refusal(`is a PDF that cannot be read: ${error.message}; save it anew`);
  }
}

/** PDF with a text layer; each quote gets its page. */
export const pdfReader: Reader = {
  format: 'pdf',
  maxBytes: BYTES_MAX,
  recognise: ({ bytes }) => bytes.subarray(0, 1_024).includes('%PDF-'),
  read: readPdf,
};
