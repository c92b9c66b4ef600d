import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { leftOut, savedPageFolders } from '../left-out.ts';
import { type Input, openInput } from '../reader.ts';
import { type ReadItem, reject, skip } from '../record.ts';
import { type Choice, readInput } from '../registry.ts';
import { type Entry, filesOf } from './files.ts';
import { SIDECAR, sidecarOf } from './sidecar.ts';

/**
 * Name of every pipe. Its documents without an id are named by their content, or those of the next
 * pipe would replace them.
 */
const STDIN = 'stdin';

/** The source of a document: its path relative to the given folder, with `/` as separator. */
const nameIn = (folder: string, file: string) =>
  path.relative(folder, file).split(path.sep).join('/');

/** Reads a file with its sidecar. */
export async function* readFileAt(
  file: string,
  asked: string,
  options: Choice,
): AsyncGenerator<ReadItem> {
  const { name, apart } = options.names?.of(asked, file) ?? { name: asked, apart: false };
  if (apart)
    yield {
      warning: `${name}: another ${asked} was read before; this one has its folder in its name`,
    };
  const sidecar = await sidecarOf(file);
  if (typeof sidecar === 'string') {
    yield reject(name, sidecar);
    return;
  }
  const { size } = await stat(file);
  const stream = createReadStream(file, { highWaterMark: 1 << 18 });
  try {
    const input = await openInput({ name, given: sidecar.metadata, size }, stream);
    for (const warning of sidecar.warnings) yield { warning };
    yield* readInput(input, options);
  } catch (error) {
    yield reject(name, `cannot be read: ${(error as Error).message}`);
  } finally {
    stream.destroy();
  }
}

export async function* readPipe(
  stream: AsyncIterable<Buffer>,
  options: Choice,
): AsyncGenerator<ReadItem> {
  const input: Input = await openInput({ name: STDIN, unnamed: true }, stream);
  yield* readInput(input, options);
}

/** Reads all files of a folder in order, and reports those that are left out. */
export async function* readFolder(folder: string, options: Choice): AsyncGenerator<ReadItem> {
  const entries: Entry[] = [];
  const nameOf = (file: string) => nameIn(folder, file) || folder;
  for await (const entry of filesOf(folder, nameOf)) entries.push(entry);
  const names = entries.flatMap((entry) => ('file' in entry ? nameOf(entry.file) : []));
  const files = names.filter((name) => !SIDECAR.test(name));
  const described = new Set(files.flatMap((name) => [name, name.replace(/\.[^./]+$/, '')]));
  const companions = savedPageFolders(files);
  for (const companion of companions)
    yield skip(companion, 'is what the saved page beside it shows');
  for (const entry of entries) {
    if ('item' in entry) {
      yield entry.item;
      continue;
    }
    const name = nameOf(entry.file);
    if (SIDECAR.test(name)) {
      if (!described.has(name.replace(SIDECAR, '')))
        yield { warning: `${name}: there is no file that it describes` };
    } else if (leftOut(name, companions) === null) yield* readFileAt(entry.file, name, options);
  }
  if (files.length === 0 && !entries.some((entry) => 'item' in entry && 'reject' in entry.item))
    yield reject(folder, 'holds nothing to read; check the path');
}
