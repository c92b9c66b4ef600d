import { decodeHTMLStrict } from 'entities';
import { unscramble } from './mojibake.ts';

export type Repaired = { text: string; rawIndex(index: number): number };

type Piece = Readonly<{ start: number; found: string; better: string }>;

/** Soft hyphens, spaces of no width within a word, runs beyond ASCII, and entities, perhaps escaped twice. */
const BROKEN =
  /\u00ad+|(?<=\p{L})[\u200b\u2060\ufeff]+(?=\p{Ll})|[^\p{ASCII}]{2,}|&(?:amp;)?(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][\dA-Fa-f]{1,6});/gu;

/** Most adjacent English letters that are considered for a run; names have fewer. */
const WORD_MAX = 40;

function* entityOrHyphens(start: number, found: string): Generator<Piece> {
  if (found.startsWith('&')) {
    const once = decodeHTMLStrict(found);
    const better = (once === found ? once : decodeHTMLStrict(once)).replaceAll('\u00ad', '');
    if (better !== found) yield { start, found, better };
    return;
  }
  for (const soft of found.matchAll(/\u00ad+|^[\u200b\u2060\ufeff]+$/g))
    yield { start: start + soft.index, found: soft[0], better: '' };
}

/** The repairs in order; doubtful ones only if the text has the same damage for certain. */
function piecesOf(raw: string): Piece[] {
  const damaged = new Set<string>();
  const read = [...raw.matchAll(BROKEN)].map(({ index: start, 0: found }) => {
    if (/^[&\u00ad\u200b\u2060\ufeff]/.test(found)) return { start, found, reading: null };
    const end = start + found.length;
    const before = /[A-Za-z]*$/.exec(raw.slice(Math.max(0, start - WORD_MAX), start))![0];
    const behind = /^[A-Za-z]*/.exec(raw.slice(end, end + WORD_MAX))![0];
    const reading = unscramble(found, before, behind);
    if (reading && !reading.doubtful) damaged.add(reading.page);
    return { start, found, reading };
  });
  return read.flatMap(({ start, found, reading }) =>
    reading && (!reading.doubtful || damaged.has(reading.page))
      ? [{ start, found, better: reading.better }]
      : // Only now: within mojibake the soft hyphen is half of a letter.
        [...entityOrHyphens(start, found)],
  );
}

/** Repairs mojibake and HTML entities, drops soft hyphens; `rawIndex` maps offsets back. */
export function repair(raw: string): Repaired {
  const joints: { at: number; raw: number }[] = [{ at: 0, raw: 0 }];
  let text = '';
  let from = 0;
  for (const { start, found, better } of piecesOf(raw)) {
    text += raw.slice(from, start);
    joints.push({ at: text.length, raw: start });
    text += better;
    from = start + found.length;
    joints.push({ at: text.length, raw: from });
  }
  text += raw.slice(from);
  const rawIndex = (index: number) => {
    let low = 0;
    let high = joints.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (joints[middle]!.at <= index) low = middle;
      else high = middle - 1;
    }
    return joints[low]!.raw + index - joints[low]!.at;
  };
  return { text, rawIndex };
}
