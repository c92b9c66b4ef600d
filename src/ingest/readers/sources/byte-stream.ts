/** Reads a stream by lines and by lengths alternately, without holding more than requested. */
export class ByteStream {
  readonly #chunks: AsyncIterator<Buffer>;
  #buffer: Buffer = Buffer.alloc(0);
  /** Bytes read so far. */
  offset = 0;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#chunks.next();
    if (done) return false;
    this.#buffer = this.#buffer.length === 0 ? value : Buffer.concat([this.#buffer, value]);
    return true;
  }

  #take(length: number): Buffer {
    const taken = this.#buffer.subarray(0, length);
    this.#buffer = this.#buffer.subarray(length);
    this.offset += taken.length;
    return taken;
  }

  /** The next line without its end; null at the end, or for a line of more than `max` bytes. */
  async line(max: number): Promise<string | null> {
    for (;;) {
      const at = this.#buffer.indexOf(10);
      if (at >= 0)
        return this.#take(at + 1)
          .toString('utf8')
          .replace(/\r?\n$/, '');
      if (this.#buffer.length > max || !(await this.#more()))
        return this.#buffer.length === 0 || this.#buffer.length > max
          ? null
          : this.#take(this.#buffer.length).toString('utf8');
    }
  }

  /** The next `length` bytes, or fewer at the end. */
  async bytes(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let left = length;
    while (left > 0) {
      if (this.#buffer.length === 0 && !(await this.#more())) break;
      const part = this.#take(Math.min(left, this.#buffer.length));
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts);
  }

  async skip(length: number): Promise<void> {
    let left = length;
    while (left > 0) {
      if (this.#buffer.length === 0 && !(await this.#more())) return;
      left -= this.#take(Math.min(left, this.#buffer.length)).length;
    }
  }
}
