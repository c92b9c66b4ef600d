/** Bytes that one stream of a PDF may unpack to: texts of a page have less than one million. */
const STREAM_BYTES_MAX = 40_000_000;

/** Told when a PDF unpacks to more than a thread may hold. */
export class StreamTooLarge extends RangeError {
  constructor() {
    super(`a part of it unpacks to more than ${STREAM_BYTES_MAX / 1_000_000} MB`);
  }
}

/** What pdf.js is to fall back from: it goes on with its own decoders then, whose buffers are bounded too. */
function boundedDecompression(native: typeof DecompressionStream): typeof DecompressionStream {
  return class extends native {
    override readonly readable: ReadableStream;
    constructor(format: CompressionFormat) {
      super(format);
      let bytes = 0;
      this.readable = super.readable.pipeThrough(
        new TransformStream<Uint8Array, Uint8Array>({
          transform(chunk, controller) {
            bytes += chunk.byteLength;
            if (bytes > STREAM_BYTES_MAX) controller.error(new StreamTooLarge());
            else controller.enqueue(chunk);
          },
        }),
      );
    }
  };
}

/**
 * Reads a PDF with pdf.js while its buffers are bounded. It unpacks each stream whole, in memory that
 * is not of the heap and that no limit of a thread counts: 200 kB that unpack to 200 MB would take
 * 600 MB. Whatever filters a stream goes through, its bytes end in one growing Uint8Array.
 * @throws {StreamTooLarge} also when pdf.js went on without the stream
 */
export async function withBoundedBuffers<T>(work: () => Promise<T>): Promise<T> {
  const { Uint8Array: bytes, DecompressionStream: decompression } = globalThis;
  let exceeded: StreamTooLarge | null = null;
  const bounded: Uint8ArrayConstructor = new Proxy(bytes, {
    construct(target, args: [unknown], newTarget): Uint8Array {
      if (typeof args[0] === 'number' && args[0] > STREAM_BYTES_MAX) {
        exceeded = new StreamTooLarge();
        throw exceeded;
      }
      return Reflect.construct(target, args, newTarget === bounded ? target : newTarget);
    },
  });
  globalThis.Uint8Array = bounded;
  globalThis.DecompressionStream = boundedDecompression(decompression);
  try {
    const result = await work();
    if (exceeded) throw exceeded;
    return result;
  } catch (error) {
    throw exceeded ?? error;
  } finally {
    globalThis.Uint8Array = bytes;
    globalThis.DecompressionStream = decompression;
  }
}
