import { setImmediate as nextTurn } from 'node:timers/promises';
import { TooLargeError } from '../../errors.ts';

/** Up to this many characters, one JSON.stringify is too short to block other requests. */
const AT_ONCE = 131_072;
/** Strings of fewer characters are counted by length, which their JSON has at least. */
const SHORT = 64;

function lengthOfText(text: string): number {
  return 2 + (text.length < SHORT ? text.length : Buffer.byteLength(text));
}

/**
 * A lower bound of a value's bytes as JSON, without writing it. A value selected under several
 * names is one string in memory, but many in the answer.
 * @param enough counting stops at this size
 */
export function sizeOf(value: unknown, enough: number): number {
  if (typeof value === 'string') return lengthOfText(value);
  if (typeof value !== 'object' || value === null) return 4;
  let size = 2;
  if (Array.isArray(value)) {
    for (const item of value) {
      size += 1 + sizeOf(item, enough - size);
      if (size >= enough) return size;
    }
    return size;
  }
  for (const name in value) {
    size += 4 + name.length + sizeOf((value as Record<string, unknown>)[name], enough - size);
    if (size >= enough) return size;
  }
  return size;
}

export const tooLarge = (max: number): TooLargeError =>
  new TooLargeError(
    `the answer would be larger than ${max.toLocaleString('en')} bytes; lower "first" on some level, ask for long texts of fewer documents, or for each text once.`,
  );

/** Collects text as bytes, and yields to the event loop between its parts. */
class Parts {
  readonly done: Buffer[] = [];
  private text = '';
  private bytes = 0;
  private readonly max: number;

  constructor(max: number) {
    this.max = max;
  }

  add(text: string): void {
    this.text += text;
  }

  get full(): boolean {
    return this.text.length >= AT_ONCE;
  }

  /** @throws {TooLargeError} */
  flush(): void {
    const part = Buffer.from(this.text);
    this.text = '';
    this.bytes += part.length;
    if (this.bytes > this.max) throw tooLarge(this.max);
    this.done.push(part);
  }
}

async function write(value: unknown, parts: Parts): Promise<void> {
  if (parts.full) {
    parts.flush();
    await nextTurn();
  }
  if (typeof value !== 'object' || value === null || sizeOf(value, AT_ONCE) < AT_ONCE)
    return parts.add(JSON.stringify(value) ?? 'null');
  const isList = Array.isArray(value);
  let before = isList ? '[' : '{';
  for (const name in value) {
    const item = (value as Record<string, unknown>)[name];
    if (item === undefined && !isList) continue;
    parts.add(isList ? before : `${before}${JSON.stringify(name)}:`);
    before = ',';
    await write(item, parts);
  }
  parts.add(isList ? ']' : '}');
}

/**
 * Serialises a result as JSON: a short one as text, a long one as parts, made without blocking
 * other requests.
 * @throws {TooLargeError} as soon as it has more bytes than `max`
 */
export async function serialise(value: object, max: number): Promise<string | Buffer[]> {
  if (sizeOf(value, AT_ONCE) < AT_ONCE) return JSON.stringify(value);
  const parts = new Parts(max);
  await write(value, parts);
  parts.flush();
  return parts.done;
}
