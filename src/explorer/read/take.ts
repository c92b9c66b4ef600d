export const TEXT_MAX = 50_000;
/** Bytes; in base64 it is a third longer, and a request that brings one has 3 MB. */
const PDF_MAX = 2_100_000;
/** Bytes that hold as many characters as are read, in any encoding of a text. */
const BYTES_MAX = 4 * TEXT_MAX;
const MAGIC_BYTES = 1_024;

/** What became of a file: a text, a PDF as base64, or neither, and what its reader should know. */
export interface Taken {
  readonly text: string | null;
  readonly pdf: string | null;
  readonly note: string | null;
}

/** Read by the browser itself: byte by byte, a long file would hold the page up. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** What a mark at the beginning of a text says of its encoding. */
function markedEncoding([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** A text in UTF-8 unless it is marked otherwise, or has bytes that UTF-8 has not. */
function decoded(bytes: ArrayBuffer, marked: string | null): string {
  // The last character may be cut in the middle, which is no fault of the text.
  const options = { stream: true };
  if (marked) return new TextDecoder(marked).decode(bytes, options);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, options);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes, options);
  }
}

const nothing = (note: string): Taken => ({ text: null, pdf: null, note });

export const tooLong = (name: string): string =>
  `${name} is longer than ${TEXT_MAX.toLocaleString('en')} characters: only these are read, the rest is left out. entente ingest --dry-run reads it whole.`;

/** A PDF is told by its content, as the server does; what has bytes that no text has is refused by name. */
export async function takeFile(file: File): Promise<Taken> {
  const { name, size } = file;
  if (size === 0) return nothing(`${name} is empty.`);
  const head = new Uint8Array(await file.slice(0, MAGIC_BYTES).arrayBuffer());
  if (String.fromCharCode(...head).includes('%PDF-')) {
    if (size > PDF_MAX)
      return nothing(
        `${name} is larger than ${PDF_MAX / 1_000_000} MB. Copy its text, or read it with entente ingest --dry-run.`,
      );
    return { text: null, pdf: await base64Of(file), note: null };
  }
  const marked = markedEncoding(head);
  if (!marked && head.includes(0))
    return nothing(
      `${name} is neither a text nor a PDF. Copy its text, or read it with entente ingest --dry-run, which knows more formats.`,
    );
  const text = decoded(await file.slice(0, BYTES_MAX).arrayBuffer(), marked);
  const isCut = text.length > TEXT_MAX || size > BYTES_MAX;
  return { text: text.slice(0, TEXT_MAX), pdf: null, note: isCut ? tooLong(name) : null };
}
