import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ReadError } from '../errors.ts';
import { Encoder } from '../ingest/extract/encoder/encoder.ts';

const ENDING = '.onnx';

/**
 * Taggers by the documents that they have not seen: of a document it was trained on, a tagger is
 * surer than of any that it will read, and what learns from it would trust it too much.
 * @param folder for each NAME.onnx a NAME.json with `unseen`, a list of ids of documents
 * @returns null for a document that every tagger has seen
 * @throws {ReadError} when the folder holds none
 */
export function readUnseenTaggers(folder: string): (document: string) => Encoder | null {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const taggers = files.filter((file) => file.endsWith(ENDING)).sort();
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
