import { blankMarkup, findBlocks } from './blocks.ts';
import { furnitureLines } from './furniture.ts';
import { repair } from './repair.ts';
import { findSentences } from './sentences.ts';
import type { Text } from './text.ts';

/** Longest word, in UTF-16 units: patterns would read longer ones again and again. */
const WORD_MAX = 200;
const LONG_WORD = new RegExp(String.raw`\S{${WORD_MAX + 1},}`, 'g');
const NO_WORD = '\ufffd';

/** @param cut receives a warning where something is left out */
const withoutLongWords = (clean: string, cut: Set<string>) =>
  clean.replace(LONG_WORD, (word) => {
    cut.add(`names are not looked for in words of more than ${WORD_MAX} characters`);
    return NO_WORD.repeat(word.length);
  });

/** Reads a source text into clean blocks and sentences; every span maps back to the source. */
export function readText(raw: string): Text {
  const repaired = repair(raw);
  const { text } = repaired;
  const { clean, blocks } = findBlocks(blankMarkup(text), text, furnitureLines(text));
  const cut = new Set<string>();
  return {
    raw,
    clean,
    searchable: withoutLongWords(clean, cut),
    blocks,
    sentences: findSentences(clean, blocks),
    cut,
    rawSpan: ({ start, end }) => ({
      start: repaired.rawIndex(start),
      end: repaired.rawIndex(end - 1) + 1,
    }),
  };
}
