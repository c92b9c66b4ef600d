import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ReadError } from '../errors.ts';
import { readWritten } from './annotated-text.ts';
import type { Source } from './gold.ts';
import { checkLabels, readLabelFile } from './label-file.ts';

export interface LabelledFolder {
  /** Ordered by id, independent of their folders. */
  readonly sources: readonly Source[];
  /** One line for each unusable file, with the remedy. */
  readonly problems: readonly string[];
}

const filesIn = (folder: string, ending: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map(({ name }) => path.join(folder, name))
    .sort();

/** Adds an entity's mentions to its spellings. */
function withSpellings({ gold, raw }: Source): Source {
  const entities = gold.entities.map((entity) => {
    const spelt = entity.mentions.map(({ start, end }) => raw.slice(start, end));
    return entity.unnamed
      ? entity
      : { ...entity, aliases: [...new Set([...entity.aliases, ...spelt])] };
  });
  return { gold: { ...gold, entities }, raw, group: 'real' };
}

function readPassages(file: string): Source[] {
  const text = readFileSync(file, 'utf8');
  if (!/^\s*=== /.test(text)) return [];
  return readWritten(file, text).map((passage) => {
    checkLabels(`${file} ${passage.gold.doc.id}`, passage.gold, passage.raw);
    return withSpellings(passage);
  });
}

/**
 * Reads the labelled documents of a folder: label files in it and its subfolders, and files of
 * passages with inline marks. Unusable ones are reported, and the others are read.
 * @throws {ReadError} when there is no such folder, or nothing in it is usable
 */
export function readLabelledFolder(folder: string): LabelledFolder {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new ReadError(`${folder} is no folder; name one that holds labelled documents.`);
  const problems: string[] = [];
  const tried = <T>(work: () => T): T | null => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      problems.push(error.message);
      return null;
    }
  };
  const inside = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(folder, name))
    .sort();
  const labels = [folder, ...inside].flatMap((each) => filesIn(each, '.json'));
  const read = [
    ...labels.map((file) => ({ file, sources: [tried(() => readLabelFile(file)) ?? []].flat() })),
    ...filesIn(folder, '.txt').map((file) => ({
      file,
      sources: tried(() => readPassages(file)) ?? [],
    })),
  ];
  const byId = new Map<string, { file: string; source: Source }>();
  for (const { file, sources } of read)
    for (const source of sources) {
      const { id } = source.gold.doc;
      const known = byId.get(id);
      if (known)
        problems.push(`${file}: document ${id} is labelled in ${known.file} too; remove one.`);
      else byId.set(id, { file, source });
    }
  if (byId.size === 0)
    throw new ReadError(
      `${folder} holds no labelled document that can be used${problems.map((one) => `\n  ${one}`).join('')}\nThe format of labels is in docs/evaluation.md.`,
    );
  const sources = [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { source }]) => source);
  return { sources, problems };
}
