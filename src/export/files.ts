import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import path from 'node:path';

/** Text for one of several files. */
export interface FileText {
  readonly file: string;
  readonly text: string;
}

/** Until it takes more, or takes nothing any more; whoever waits leaves no listener behind. */
const drained = (stream: WriteStream): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      stream.off('drain', done).off('close', done);
      resolve();
    };
    stream.on('drain', done).on('close', done);
  });

/** Writes texts to the files of a folder as they come. */
export async function writeFiles(folder: string, texts: AsyncIterable<FileText>): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const open = new Map<string, WriteStream>();
  const failed: Error[] = [];
  for await (const { file, text } of texts) {
    let stream = open.get(file);
    if (!stream) {
      stream = createWriteStream(path.join(folder, file));
      stream.on('error', (error) => failed.push(error));
      open.set(file, stream);
    }
    if (failed.length > 0) throw failed[0];
    if (!stream.write(text)) await drained(stream);
  }
  await Promise.all(
    [...open.values()].map((stream) => new Promise<void>((done) => stream.end(() => done()))),
  );
  if (failed.length > 0) throw failed[0];
}
