import { blankMarkup, findBlocks } from './blocks.ts';
import { repair } from './repair.ts';
import { findSentences } from './sentences.ts';
import type { Text } from './text.ts';

/** Source text to clean blocks and sentences; every span can be led back to the source. */
export function readText(raw: string): Text {
  const repaired = repair(raw);
  const { clean, blocks } = findBlocks(blankMarkup(repaired.text));
  return {
    raw,
    clean,
    blocks,
    sentences: findSentences(clean, blocks),
    cut: new Set(),
    rawSpan: ({ start, end }) => ({
      start: repaired.rawIndex(start),
      end: repaired.rawIndex(end - 1) + 1,
    }),
  };
}
