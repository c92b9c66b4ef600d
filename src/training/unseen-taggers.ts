import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ReadError } from '../errors.ts';
import { Encoder } from '../ingest/extract/encoder/encoder.ts';
import { pairsFileOf } from '../ingest/extract/encoder/files.ts';

const ENDING = '.onnx';

/**
 * Taggers by documents they have not seen. A tagger is more certain of documents it was trained on,
 * so a scorer trained on its output there would trust it too much.
 * @param folder with a NAME.pairs.onnx and a NAME.json for each NAME.onnx; its `unseen` lists ids of
 *   documents
 * @returns null for a document that every tagger has seen
 * @throws {ReadError} when the folder holds none
 */
export function readUnseenTaggers(folder: string): (document: string) => Encoder | null {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const pairs = new Set(files.map(pairsFileOf));
  const taggers = files.filter((file) => file.endsWith(ENDING) && !pairs.has(file)).sort();
  if (taggers.length === 0)
    throw new ReadError(`${folder} holds no taggers; make them as training/README.md tells.`);
  const byDocument = new Map<string, Encoder>();
  for (const file of taggers) {
    const list = path.join(folder, file.replace(ENDING, '.json'));
    const { unseen } = JSON.parse(readFileSync(list, 'utf8')) as { readonly unseen: string[] };
    const encoder = new Encoder(undefined, path.join(folder, file));
    for (const id of unseen) byDocument.set(id, encoder);
  }
  return (document) => byDocument.get(document) ?? null;
}
