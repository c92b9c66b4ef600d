import iconv from 'iconv-lite';

/** Bytes as text, whatever they were written in: a byte-order mark, UTF-16 by its zeros, UTF-8, else Windows-1252. */
export function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes.subarray(2), 'utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes.subarray(2), 'utf16be');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return bytes.subarray(3).toString('utf8');
  const sample = bytes.subarray(0, 2_000);
  const zeros = (odd: number) => sample.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  if (sample.length >= 8 && zeros(1) > sample.length / 4) return iconv.decode(bytes, 'utf16le');
  if (sample.length >= 8 && zeros(0) > sample.length / 4) return iconv.decode(bytes, 'utf16be');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return mostlyUtf8(bytes) ? bytes.toString('utf8') : iconv.decode(bytes, 'win1252');
  }
}

/** A few broken bytes do not make a text Windows-1252. */
function mostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const sound = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return sound > 4 * broken;
}

/** Control characters other than white space, and what could not be decoded. */
const ODD = /(?![\t\n\v\f\r])[\p{Cc}\ufffd]/gu;

/** Whether it is no text: an image, an archive, a program. */
export function isBinary(text: string): boolean {
  const sample = text.slice(0, 4_000);
  const odd = sample.match(ODD)?.length ?? 0;
  return sample.length > 0 && odd / sample.length > 0.1;
}
