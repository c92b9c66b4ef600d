import { createHash } from 'node:crypto';
import type { Extraction, SourceDocument } from '../model/extraction.ts';
import type { Spool } from './spool.ts';

const keyOf = (...parts: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

/** Writes a document to the spool unless it is there, and returns its name there. */
export async function putDocument(spool: Spool, document: SourceDocument): Promise<string> {
  const text = JSON.stringify(document);
  const name = `documents/${keyOf(text)}`;
  if (!(await spool.has(name))) await spool.write(name, text);
  return name;
}

export async function getDocument(spool: Spool, name: string): Promise<SourceDocument | null> {
  const text = await spool.read(name);
  return text === null ? null : (JSON.parse(text) as SourceDocument);
}

/** An extraction is stored by document and extractor version, so that each is made only once. */
const extractionName = (document: string, extractor: string) =>
  `extractions/${keyOf(document, extractor)}`;

export const hasExtraction = (spool: Spool, document: string, extractor: string) =>
  spool.has(extractionName(document, extractor));

export const putExtraction = (spool: Spool, document: string, extraction: Extraction) =>
  spool.write(extractionName(document, extraction.extractor), JSON.stringify(extraction));

export async function getExtraction(
  spool: Spool,
  document: string,
  extractor: string,
): Promise<Extraction | null> {
  const text = await spool.read(extractionName(document, extractor));
  return text === null ? null : (JSON.parse(text) as Extraction);
}

/** A job's id, so that a document waits at most once for each extractor. */
export const jobIdOf = (document: string, extractor: string) => keyOf(document, extractor);
