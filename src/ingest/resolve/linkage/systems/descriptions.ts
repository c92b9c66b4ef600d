import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../../root.ts';
import { wordsOf } from '../../../lexicon/word-list.ts';

const NOUNS = wordsOf('identity/system-nouns');
const isNoun = (word: string) => NOUNS.has(word) || NOUNS.has(word.replace(/s$/, ''));

function read(): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>();
  const text = readFileSync(path.join(ROOT, 'data/identity/system-words.csv'), 'utf8');
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#') || line.startsWith('part,')) continue;
    const [part = '', word = ''] = line.split(',');
    words.set(part, [...(words.get(part) ?? []), word]);
  }
  return words;
}

const WORDS = read();
const PHRASES = new RegExp(String.raw`\b(?:${WORDS.get('phrase')!.join('|')})\b`, 'g');
const QUALIFIERS = new Set(WORDS.get('qualifier'));
/** What alone says nothing of which system is meant: "Advanced Jet Trainer" is no "advanced". */
const VAGUE = /^(?:extended|improved|advanced|plus|\p{L})$/u;

const SORTS: ReadonlyMap<string, string> = new Map(
  ['ship', 'aircraft', 'munition', 'vehicle'].flatMap((sort) =>
    WORDS.get(sort)!.map((noun): [string, string] => [noun, sort]),
  ),
);

/** The words of a key that are not what every such system is called. */
function withoutDescription(key: string): string[] {
  const words = key.replace(PHRASES, ' ').split(' ').filter(Boolean);
  const kept: string[] = [];
  // From the end, so that a qualifier is known to stand before a noun or another qualifier.
  let described = false;
  for (const word of words.reverse()) {
    described = isNoun(word) || (described && QUALIFIERS.has(word));
    if (!described) kept.unshift(word);
  }
  return kept;
}

/**
 * The words of a key that tell one system from others.
 * @param designated whether a designation does, so that no word needs to be left
 */
export function tellingWords(key: string, designated: boolean): readonly string[] {
  const kept = withoutDescription(key);
  if (designated || !kept.every((word) => VAGUE.test(word))) return kept;
  return key.split(' ').filter(Boolean);
}

/** Whether the last noun says a ship, an aircraft, a munition or a vehicle; null if none does. */
export function sortOf(key: string): string | null {
  const last = key
    .split(' ')
    .map((word) => word.replace(/s$/, ''))
    .findLast((word) => NOUNS.has(word) || word === 'clas');
  return SORTS.get(last === 'clas' ? 'class' : (last ?? '')) ?? null;
}
