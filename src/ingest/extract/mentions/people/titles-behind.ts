import { PORTFOLIO } from '../../../lexicon/words.ts';
import type { Token } from '../../../text/text.ts';
import { UPPER } from '../finder.ts';
import { isNameWord, isTitleNoun } from './names.ts';
import { isRank } from './titles.ts';

/** Forms of address and offices directly before a name. */
const ADDRESS =
  /^(?:mr|mrs|ms|dr|sen|senator|rep|gen|general|adm|admiral|lt|col|colonel|maj|major|capt|captain|sgt|marshal|president|minister|sir|smt|shri|ambassador)$/;

/** The token after "who is", "who serves as", which may introduce a title. */
function clauseStart(tokens: Token[], from: number): number {
  if (tokens[from]?.lower !== 'who' || !/^(?:is|was|serves|served)$/.test(tokens[from + 1]?.lower))
    return from;
  let at = from + 2;
  while (/^(?:also|now|then|currently|as)$/.test(tokens[at]?.lower)) at++;
  return at < tokens.length ? at : from;
}

/** "For South and Southeast Asia, Dr. Joe Felter": the title belongs to the next name. */
function addressesNext(tokens: Token[], opening: number, noun: number): boolean {
  if (!ADDRESS.test(tokens[noun]!.lower)) return false;
  let at = noun + 1;
  while (tokens[at]?.text === '.' || (tokens[at] && isRank(tokens[at]!))) at++;
  return (
    isNameWord(tokens[at]) &&
    !PORTFOLIO.has(tokens[at]!.lower) &&
    tokens.slice(opening, noun).every((token) => isTitleNoun(token) || isRank(token))
  );
}

/** "Berg, on charges of", "Lind, after a year as minister": a clause and no title. */
const NO_TITLE_BEGINS =
  /^(?:on|in|at|from|by|with|after|before|during|under|over|amid|despite|against|without)$/;
/** "CEO & Managing Director": what looks like a verb belongs to the office behind it. */
const leadsTitle = (tokens: Token[], at: number): boolean =>
  UPPER.test(tokens[at]!.text) && isTitleNoun(tokens[at + 1]);

/** Most tokens of a remark in brackets between a name and its office: "(R-Ohio)". */
const REMARK_MAX = 5;

/** The comma behind a remark in brackets: "Name, (Retd), director", "Name (MN), chair". */
function behindRemark(tokens: Token[], from: number): number {
  const opening = tokens[from]?.text === ',' ? from + 1 : from;
  if (tokens[opening]?.text !== '(') return from;
  const length = tokens
    .slice(opening, opening + REMARK_MAX + 1)
    .findIndex(({ text }) => text === ')');
  const inside = tokens.slice(opening + 1, opening + length);
  return length > 0 && tokens[opening + length + 1]?.text === ',' && !inside.some(isTitleNoun)
    ? opening + length + 1
    : from;
}

/** The title behind a name: "Name, the German defence minister" and "Name, head of X". */
export function titleAfter(
  tokens: Token[],
  name: number,
): { start: number; end: number } | undefined {
  const from = behindRemark(tokens, name);
  if (!tokens[from] || !/^[,(]$/.test(tokens[from].text)) return undefined;
  const opening = clauseStart(tokens, from + 1);
  let at = opening;
  for (; at < Math.min(tokens.length, opening + 8); at++) {
    if (
      /^[;:.(]$/.test(tokens[at].text) ||
      (/^(?:VERB|AUX)$/.test(tokens[at].pos) && !UPPER.test(tokens[at].text))
    )
      return undefined;
    // "Christmas Island," Senator Hill said: a quotation mark ends the search.
    if (/^[“”"]$/.test(tokens[at].text)) return undefined;
    if (isTitleNoun(tokens[at])) break;
  }
  if (!isTitleNoun(tokens[at]) || addressesNext(tokens, opening, at)) return undefined;
  if (NO_TITLE_BEGINS.test(tokens[opening]!.text)) return undefined;
  let end = at + 1;
  while (
    end < tokens.length &&
    end < at + 16 &&
    !/^[,;:.()]$/.test(tokens[end].text) &&
    (!/^(?:VERB|AUX|PRON|SCONJ)$/.test(tokens[end].pos) || leadsTitle(tokens, end))
  )
    end++;
  const start = /^(?:the|a|an)$/.test(tokens[opening].lower) ? opening + 1 : opening;
  return { start: tokens[start].start, end: tokens[end - 1].end };
}
