import type { Database } from '../../db/database.ts';
import { DatabaseError, TimeoutError } from '../../errors.ts';
import type { Prepared } from '../write/prepare.ts';
import { type Written, writeBatch } from '../write/write-batch.ts';

/** The outcome of one document: how it was written, or why it failed. */
export type Outcome = Written | { readonly failed: string };

/** Errors that concern every document, so that splitting a batch would not help. */
const REFUSES_ALL = /Security\.|ReadOnly|NotALeader|AccessMode/i;

/** Whether one document of a batch may be the cause, not the database or this program. */
function mayBeOneOfThem(error: unknown): boolean {
  if (error instanceof TimeoutError) return true;
  return error instanceof DatabaseError && !REFUSES_ALL.test(error.message);
}

/** Splits documents, in order, into parts without two of the same id or source. */
function* apart(documents: readonly Prepared[]): Generator<readonly Prepared[]> {
  let part: Prepared[] = [];
  let seen = new Set<string>();
  for (const document of documents) {
    const names = [`id ${document.id}`, `source ${document.source}`];
    if (names.some((name) => seen.has(name))) {
      yield part;
      [part, seen] = [[], new Set()];
    }
    part.push(document);
    for (const name of names) seen.add(name);
  }
  if (part.length > 0) yield part;
}

async function writeSplitting(
  database: Database,
  documents: readonly Prepared[],
): Promise<Outcome[]> {
  try {
    return await writeBatch(database, documents);
  } catch (error) {
    if (!mayBeOneOfThem(error)) throw error;
    if (documents.length === 1) return [{ failed: (error as Error).message }];
    const middle = Math.ceil(documents.length / 2);
    return [
      ...(await writeSplitting(database, documents.slice(0, middle))),
      ...(await writeSplitting(database, documents.slice(middle))),
    ];
  }
}

/**
 * Writes documents in one transaction if possible: a batch that fails is split until the document
 * is found that cannot be written.
 * @returns the outcome of each, in order
 */
export async function writeAll(
  database: Database,
  documents: readonly Prepared[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const part of apart(documents)) outcomes.push(...(await writeSplitting(database, part)));
  return outcomes;
}
