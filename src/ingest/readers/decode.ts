import iconv from 'iconv-lite';

export interface Decoded {
  readonly text: string;
  readonly charset: string;
  /** Whether the charset was a guess, so that letters beyond ASCII may be wrong. */
  readonly guessed: boolean;
}

/** Longer marks first, because that of UTF-32 begins like that of UTF-16. */
const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xff, 0xfe, 0, 0], 'utf32le'],
  [[0, 0, 0xfe, 0xff], 'utf32be'],
  [[0xef, 0xbb, 0xbf], 'utf8'],
  [[0xff, 0xfe], 'utf16le'],
  [[0xfe, 0xff], 'utf16be'],
];

/** Bytes from the beginning within which a declaration counts, as in HTML. */
const DECLARED_WITHIN = 2_048;
const SAMPLE = 2_000;

/** Recognises UTF-16 without a byte-order mark by its zero bytes. */
function utf16Of(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.length < 8) return null;
  const zeros = (odd: number) => sample.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  if (zeros(1) > sample.length / 4 && zeros(0) < sample.length / 50) return 'utf16le';
  return zeros(0) > sample.length / 4 && zeros(1) < sample.length / 50 ? 'utf16be' : null;
}

/**
 * The charset that the content declares: `<?xml encoding="…"?>`, `<meta charset="…">`,
 * `http-equiv`.
 */
function declaredIn(bytes: Buffer): string | null {
  const start = bytes.subarray(0, DECLARED_WITHIN).toString('latin1');
  return (
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1] ??
    /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1] ??
    null
  );
}

/** A known charset; a declared Latin-1 is read as Windows-1252, as browsers do. */
function known(charset: string | null): string | null {
  const name = charset?.trim().toLowerCase() ?? '';
  if (/^(?:iso-?8859-1|latin-?1|us-ascii|ascii)$/.test(name)) return 'win1252';
  // A declaration that is readable as ASCII cannot be in UTF-16.
  if (name === '' || /^utf-?16/.test(name) || !iconv.encodingExists(name)) return null;
  return /^utf-?8$/.test(name) ? 'utf8' : name;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether the text is UTF-8 with a few broken bytes, rather than Windows-1252. */
function mostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const sound = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return sound > 4 * broken;
}

/** The bytes without a character that the cut divided. */
function withoutCutLetter(bytes: Buffer): Buffer {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
  }
  return bytes;
}

/**
 * The charset of a text and the length of its byte-order mark: by that mark, by zero bytes, by a
 * declaration, by valid UTF-8, else Windows-1252 as a guess.
 * @param charset declared outside of the content
 */
export function charsetOf(
  bytes: Buffer,
  charset: string | null = null,
): { charset: string; mark: number; guessed: boolean } {
  for (const [mark, name] of MARKS)
    if (mark.every((byte, at) => bytes[at] === byte))
      return { charset: name, mark: mark.length, guessed: false };
  const wide = utf16Of(bytes);
  if (wide !== null) return { charset: wide, mark: 0, guessed: false };
  // Valid UTF-8 beyond ASCII is no accident, while declarations are often copied from another page.
  if (isUtf8(bytes)) {
    const named = known(charset) ?? known(declaredIn(bytes));
    const stateful = named !== null && /^(?:iso-?2022|utf-?7|hz)/.test(named);
    return { charset: stateful ? named : 'utf8', mark: 0, guessed: false };
  }
  const named = known(charset) ?? known(declaredIn(bytes));
  if (named !== null && named !== 'utf8') return { charset: named, mark: 0, guessed: false };
  return mostlyUtf8(bytes)
    ? { charset: 'utf8', mark: 0, guessed: false }
    : { charset: 'win1252', mark: 0, guessed: true };
}

/** @param options.cut whether the bytes are only the beginning of the content */
export function decode(
  bytes: Buffer,
  { charset = null, cut = false }: { charset?: string | null; cut?: boolean } = {},
): Decoded {
  const whole = cut && !utf16Of(bytes) ? withoutCutLetter(bytes) : bytes;
  const found = charsetOf(whole, charset);
  const body = whole.subarray(found.mark);
  return {
    text: found.charset === 'utf8' ? body.toString('utf8') : iconv.decode(body, found.charset),
    charset: found.charset,
    guessed: found.guessed,
  };
}

/** A warning for a text whose charset was guessed. */
export const guessWarning = (name: string) =>
  `${name}: is neither UTF-8 nor declared; it was read as Windows-1252 (Latin-1). Where letters are wrong, convert it to UTF-8.`;

/** Control characters other than white space, and replacement characters. */
const ODD = /(?![\t\n\v\f\r])[\p{Cc}\ufffd]/gu;

/** Whether the content is no text, such as an image, an archive or a program. */
export function isBinary(text: string): boolean {
  const sample = text.slice(0, 4_000);
  const odd = sample.match(ODD)?.length ?? 0;
  return sample.length > 0 && odd / sample.length > 0.02;
}
