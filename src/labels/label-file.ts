import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ReadError } from '../errors.ts';
import { KIND_NAMES } from '../model/kinds.ts';
import { RELATIONSHIP_TYPES } from '../model/relationships.ts';
import type { Gold, Source } from './gold.ts';

const span = z.object({ start: z.int().min(0), end: z.int().min(1) });
const mention = span.extend({ text: z.string().optional(), boilerplate: z.boolean().optional() });
const values = z
  .record(z.string(), z.union([z.string(), z.number(), z.null()]))
  .default({})
  .transform(
    (all) =>
      Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)) as Record<
        string,
        string | number
      >,
  );
const strings = z.array(z.string()).default([]);
const flag = z.boolean().default(false);
const date = z.string().nullable().default(null);

const Labels = z.object({
  doc: z.object({
    id: z.string().min(1),
    file: z.string().optional(),
    sha256: z.string().optional(),
    chars: z.int().optional(),
    publishedOn: date,
  }),
  boilerplate: z.array(span).default([]),
  entities: z.array(
    z.object({
      id: z.string(),
      canonicalId: z.string(),
      type: z.enum(KIND_NAMES),
      name: z.string(),
      aliases: strings,
      attrs: values,
      optional: flag,
      unnamed: flag,
      mentions: z.array(mention),
    }),
  ),
  relations: z.array(
    z.object({
      type: z.enum(RELATIONSHIP_TYPES),
      from: z.string(),
      to: z.string(),
      altFrom: strings,
      altTo: strings,
      props: values,
      optional: flag,
      evidence: z.array(mention),
    }),
  ),
});
type LabelFile = z.infer<typeof Labels>;

/** Folders with the text of a label file, relative to it. */
const BESIDE = ['.', 'texts', 'articles', '../texts', '../articles', '../../articles'];

function textOf(file: string, { doc }: LabelFile): string {
  const folder = path.dirname(file);
  const names = new Set([
    `${path.basename(file, '.json')}.txt`,
    `${doc.id}.txt`,
    ...(doc.file ? [path.basename(doc.file)] : []),
  ]);
  const found = BESIDE.flatMap((beside) =>
    [...names].map((name) => path.join(folder, beside, name)),
  ).filter(existsSync);
  if (found.length === 0)
    throw new ReadError(
      `${file}: its text ${[...names][0]} is missing; put it beside the labels, or in a folder texts or articles beside or above them.`,
    );
  const bytes = found.map((text) => readFileSync(text));
  const fits = bytes.findIndex(
    (each) => !doc.sha256 || createHash('sha256').update(each).digest('hex') === doc.sha256,
  );
  if (fits < 0)
    throw new ReadError(
      `${file}: the text ${found[0]} is not the one that was labelled, its sha256 differs; restore it byte for byte (line ends too), or label it again.`,
    );
  const raw = bytes[fits]!.toString('utf8');
  if (doc.chars !== undefined && doc.chars !== raw.length)
    throw new ReadError(
      `${file}: the text ${found[fits]} has ${raw.length} UTF-16 units, the labels were made on ${doc.chars}; restore the text, or label it again.`,
    );
  return raw;
}

/**
 * Checks that labels fit their text and each other.
 * @throws {ReadError} naming the first that does not
 */
export function checkLabels(where: string, { entities, relations }: Gold, raw: string): void {
  const ids = new Set(entities.map(({ id }) => id));
  if (ids.size < entities.length)
    throw new ReadError(`${where}: two entities have one id; give each its own.`);
  for (const { id, mentions } of entities)
    for (const { start, end, text } of mentions) {
      const there = raw.slice(start, end);
      if (end <= start || end > raw.length || (text !== undefined && text !== there))
        throw new ReadError(
          `${where}: entity ${id} is labelled "${text ?? ''}" at ${start}-${end}, where the text has "${there}"; correct the offsets (UTF-16 units of the text as decoded).`,
        );
    }
  for (const { type, from, to, altFrom, altTo } of relations)
    for (const end of [from, to, ...altFrom, ...altTo])
      if (!ids.has(end))
        throw new ReadError(
          `${where}: ${type} names "${end}", which is no entity of the document; declare it, or correct the id.`,
        );
}

/**
 * Reads one document's labels with their text.
 * @returns null when the file is other JSON
 * @throws {ReadError} naming the file, what is wrong and the remedy
 */
export function readLabelFile(file: string): Source | null {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ReadError(`${file}: is no JSON (${(error as Error).message}); mend or remove it.`);
  }
  if (typeof json !== 'object' || json === null || !('doc' in json || 'relations' in json))
    return null;
  const result = Labels.safeParse(json);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new ReadError(
      `${file}: ${issue?.path.join('.')}: ${issue?.message}; see docs/evaluation.md for the format.`,
    );
  }
  const raw = textOf(file, result.data);
  checkLabels(file, result.data, raw);
  return { gold: result.data, raw, group: 'real' };
}
