import { metadataOf } from '../keys.ts';
import type { Reading } from '../reader.ts';
import type { Metadata } from '../record.ts';
import { type FoundRecord, recordText } from '../records.ts';

const DEPTH_MAX = 8;
const NODES_MAX = 2_000_000;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Metadata of the objects around records; a feed's title is the publisher of its items. */
function outerOf(object: Record<string, unknown>, child: unknown): Metadata {
  const own = metadataOf(Object.entries(object));
  if (!Array.isArray(child)) return own;
  const isFeed = /jsonfeed\.org/.test(String(object.version ?? ''));
  return { publisher: isFeed ? (own.title ?? null) : null, language: own.language ?? null };
}

/** Yields objects with a text at any depth: `{articles: […]}`, `{_source: {article: {…}}}`. */
export async function* recordsIn(
  value: unknown,
  html: Reading['html'],
  outer: Metadata = {},
  depth = 0,
  left = { nodes: NODES_MAX },
): AsyncGenerator<FoundRecord> {
  if (depth > DEPTH_MAX || left.nodes-- <= 0) return;
  if (Array.isArray(value)) {
    for (const each of value)
      if (typeof each === 'object') yield* recordsIn(each, html, outer, depth + 1, left);
    return;
  }
  if (!isObject(value)) return;
  const entries = Object.entries(value);
  const found = await recordText(entries, html);
  if (found !== null) {
    yield { entries, found, outer };
    return;
  }
  for (const [, child] of entries)
    if (typeof child === 'object' && child !== null)
      yield* recordsIn(
        child,
        html,
        { ...outer, ...present(outerOf(value, child)) },
        depth + 1,
        left,
      );
}

const present = (metadata: Metadata): Metadata =>
  Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== null));
