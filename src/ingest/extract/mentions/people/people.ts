import { ORGANISATION_HEADS, PORTFOLIO, RANKS, SAY } from '../../../lexicon/words.ts';
import type { Text, Token } from '../../../text/text.ts';
import { type Finder, type Found, UPPER } from '../finder.ts';
import { isNameWord, isTitleNoun, joined, NO_SURNAMES, nameEnd } from './names.ts';
import { afterTitle, isRank, isService, namedBehind, ownerStart, titleStart } from './titles.ts';
import { titleAfter } from './titles-behind.ts';

/** Number of parts of a name: "Wen-chun" is one, of three tokens. */
const partsOf = (tokens: Token[], from: number, to: number) =>
  to - from - 2 * tokens.slice(from, to).filter(({ text }) => text === '-').length;

/** Whether a word behind a title is a surname: no acronym, portfolio or verb. */
function isSurname(tokens: Token[], at: number): boolean {
  const { text, lower } = tokens[at]!;
  const next = tokens[at + 1];
  // "The General Civil Aviation Authority".
  if (next && UPPER.test(next.text) && ORGANISATION_HEADS.has(next.lower)) return false;
  if (text.length < 3 || /^[A-Z]+$/.test(text) || PORTFOLIO.has(lower)) return false;
  // "The Prime Minister Chairs the committee".
  return !(/s$/.test(lower) && /^(?:the|a|an|its|his|her|their)$/.test(next?.lower ?? ''));
}

/** Offices that another one behind the name tells more of: "Ambassador Berg, U.S. Ambassador to". */
const BARE_OFFICES = /^(?:ambassador|minister|secretary|representative|commissioner)$/;

/** Whether the words before a name are a rank, of a service or not, or one bare office. */
const saysLittle = (title: Token[]): boolean =>
  title.every((token) => isRank(token) || isService(token)) ||
  (title.length === 1 && BARE_OFFICES.test(title[0]!.lower));

function peopleOf(tokens: Token[]): Found[] {
  const found: Found[] = [];
  for (let noun = 0; noun < tokens.length; noun++) {
    if (!isTitleNoun(tokens[noun])) continue;
    const from = afterTitle(tokens, noun);
    const to = nameEnd(tokens, from);
    const behind = namedBehind(tokens, noun);
    if (behind) found.push(behind);
    if (to === from || (from > noun + 1 && /^[,]$/.test(tokens[from - 1].text))) continue;
    const lowerTitle = !UPPER.test(tokens[noun].text);
    if (lowerTitle && to - from < 2) continue;
    if (to - from === 1 && !isSurname(tokens, from)) continue;
    if (NO_SURNAMES.has(tokens[to - 1]!.text)) continue;
    const first = ownerStart(tokens, titleStart(tokens, noun));
    const office = saysLittle(tokens.slice(first, from)) ? titleAfter(tokens, to) : undefined;
    const rankOnly =
      RANKS.has(tokens[noun].lower.replace(/\.$/, '')) && first === noun && from === noun + 1;
    found.push({
      start: tokens[from].start,
      end: tokens[to - 1].end,
      kind: 'Person',
      rule: office ? 'comma-title' : rankOnly ? 'rank' : 'title',
      title: office ?? { start: tokens[first].start, end: tokens[from - 1].end },
      weight: to - from > 1 ? 8 : 6,
    });
    noun = to - 1;
  }
  for (let from = 0; from < tokens.length; from++) {
    if (
      !isNameWord(tokens[from]) ||
      (from > 0 && isNameWord(tokens[from - 1]) && joined(tokens[from - 1], tokens[from]))
    )
      continue;
    const to = nameEnd(tokens, from);
    // "Assistant Secretary for Pacific Affairs Ann Berg": what the office is of is no name.
    while (to - from > 2 && PORTFOLIO.has(tokens[from]!.lower)) from++;
    // ", Industrial Partnerships,": the field of an office.
    if (tokens.slice(from, to).every(({ lower }) => PORTFOLIO.has(lower))) continue;
    if (to - from < 2 || to - from > 6 || NO_SURNAMES.has(tokens[to - 1]!.text)) continue;
    const title = titleAfter(tokens, to);
    const says = tokens[to] && SAY.has(tokens[to].lower);
    const span = { start: tokens[from].start, end: tokens[to - 1].end };
    if (title) found.push({ ...span, kind: 'Person', rule: 'comma-title', title, weight: 6 });
    else if (says) found.push({ ...span, kind: 'Person', rule: 'says', weight: 3 });
    else if (partsOf(tokens, from, to) <= 3 && !PORTFOLIO.has(tokens[to - 1]!.lower))
      found.push({ ...span, kind: 'Person', rule: 'shape', weight: 0.5 });
  }
  return found;
}

export const findPeople: Finder = (text: Text) =>
  text.sentences.flatMap((sentence) => peopleOf(sentence.tokens));
