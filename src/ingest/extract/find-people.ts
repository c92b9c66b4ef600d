import { COUNTRY_BY_FORM } from './countries.ts';
import { type Finder, type Found, UPPER } from './find.ts';
import type { Text, Token } from './terms.ts';
import {
  NAME_PARTICLES,
  ORGANISATION_HEADS,
  PORTFOLIO,
  RANKS,
  SAY,
  TITLE_MODIFIERS,
  TITLE_NOUNS,
} from './words.ts';

const COMMON =
  /^(?:No|Yes|The|This|That|These|Those|In|On|At|And|But|For|With|He|She|They|We|It|His|Her|Their|Our|As|After|Before|While|When|During|Both|According|Under|From|To|By|If|Not|Work|Contract|New|Today|Yesterday|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|North|South|East|West|Earlier|Also|An|A|Joint|Foreign|Fiscal|State|States|United|Of|Will|Former|First|Last|Since|Today's)$/;
const INITIAL = /^(?:[A-Z]\.?|[A-Z]\.[A-Z]\.?)$/;
const isTitleNoun = (token?: Token) => !!token && TITLE_NOUNS.has(token.lower.replace(/\.$/, ''));
const joined = (left: Token, right: Token) => right.start - left.end <= 1;

function isNameWord(token: Token | undefined): boolean {
  if (!token || COMMON.test(token.text) || isTitleNoun(token) || COUNTRY_BY_FORM.has(token.text))
    return false;
  if (INITIAL.test(token.text)) return true;
  return (
    UPPER.test(token.text) &&
    token.text.length > 1 &&
    !/\d/.test(token.text) &&
    !ORGANISATION_HEADS.has(token.lower)
  );
}

/** Tokens of a name from `from`: capitalised words, initials, particles. */
function nameEnd(tokens: Token[], from: number): number {
  let to = from;
  while (to < tokens.length && to - from < 9) {
    const token = tokens[to];
    if (isNameWord(token)) to++;
    else if (
      to > from &&
      NAME_PARTICLES.has(token.lower) &&
      (isNameWord(tokens[to + 1]) || NAME_PARTICLES.has(tokens[to + 1]?.lower))
    )
      to++;
    else if (
      to > from &&
      token.text === '.' &&
      INITIAL.test(tokens[to - 1].text) &&
      joined(tokens[to - 1], token) &&
      isNameWord(tokens[to + 1])
    )
      to++;
    else if (
      to > from &&
      /^[“"]$/.test(token.text) &&
      isNameWord(tokens[to + 1]) &&
      /^[”"]$/.test(tokens[to + 2]?.text) &&
      isNameWord(tokens[to + 3])
    )
      to += 3;
    else if (
      to > from &&
      /^-$/.test(token.text) &&
      joined(tokens[to - 1], token) &&
      tokens[to + 1] &&
      joined(token, tokens[to + 1])
    )
      to += 2;
    else break;
  }
  return to;
}

/** Skips what may stand between the title noun and the name: "of the Army", "(Americas)", "of Foreign Affairs and Trade". */
function afterTitle(tokens: Token[], noun: number): number {
  let at = noun + 1;
  let gone = true;
  while (gone && at < tokens.length && at - noun < 12) {
    gone = false;
    const lower = tokens[at].lower;
    if (
      isTitleNoun(tokens[at]) ||
      PORTFOLIO.has(lower) ||
      COUNTRY_BY_FORM.has(tokens[at].text) ||
      (TITLE_MODIFIERS.has(lower) && UPPER.test(tokens[at].text))
    )
      gone = true;
    else if (/^(?:of|for|the|and|&|to|-|\(|\)|\.|at|on)$/.test(lower)) {
      const next = tokens
        .slice(at + 1, at + 3)
        .find((token) => !/^(?:the|of|for|\(|\))$/.test(token.lower));
      gone =
        lower === ')' ||
        lower === '.' ||
        (!!next &&
          (isTitleNoun(next) || PORTFOLIO.has(next.lower) || COUNTRY_BY_FORM.has(next.text)));
    }
    if (gone) at++;
  }
  return at;
}

/** The first token of the title that ends before `noun`: countries, organisations and modifiers. */
function titleStart(tokens: Token[], noun: number): number {
  let at = noun;
  while (at > 0) {
    const token = tokens[at - 1];
    const lower = token.lower.replace(/\.$/, '');
    if (
      TITLE_MODIFIERS.has(lower) ||
      isTitleNoun(token) ||
      COUNTRY_BY_FORM.has(token.text) ||
      (/^[’']s$/.test(token.text) && at > 1) ||
      (token.text === '.' && at > 1 && token.start === tokens[at - 2].end)
    )
      at--;
    else if (
      UPPER.test(token.text) &&
      at < noun + 1 &&
      (PORTFOLIO.has(lower) || ORGANISATION_HEADS.has(lower) || /^[A-Z]{2,5}$/.test(token.text)) &&
      !COMMON.test(token.text)
    )
      at--;
    else if (/^(?:of|and|-|to)$/.test(lower) && at > 1 && isTitleNoun(tokens[at - 2])) at--;
    else break;
  }
  while (at < noun && /^(?:[’']s|and|of|-|\.|to)$/.test(tokens[at].lower)) at++;
  return at;
}

const isRank = ({ lower }: Token) =>
  RANKS.has(lower.replace(/\.$/, '')) ||
  /^(?:air|vice|rear|chief|senior|gp|wing|[.-])$/.test(lower);

/** "Pentagon spokesman", "Lockheed Martin chief executive": the name before an office is whose it is. */
function ownerStart(tokens: Token[], first: number): number {
  let at = first;
  while (
    at > 0 &&
    first - at < 4 &&
    UPPER.test(tokens[at - 1]!.text) &&
    !COMMON.test(tokens[at - 1]!.text) &&
    /[a-z]/.test(tokens[at]!.text) &&
    tokens[at]!.start - tokens[at - 1]!.end === 1
  )
    at--;
  return at;
}

/** "Name, the German defence minister, ..." and "Name, chief executive of X". */
function titleAfter(tokens: Token[], from: number): { start: number; end: number } | undefined {
  if (!tokens[from] || !/^[,(]$/.test(tokens[from].text)) return undefined;
  let at = from + 1;
  for (; at < Math.min(tokens.length, from + 9); at++) {
    if (
      /^[;:.(]$/.test(tokens[at].text) ||
      (/^(?:VERB|AUX)$/.test(tokens[at].pos) && !UPPER.test(tokens[at].text))
    )
      return undefined;
    if (isTitleNoun(tokens[at])) break;
  }
  if (!isTitleNoun(tokens[at])) return undefined;
  let end = at + 1;
  while (
    end < tokens.length &&
    end < at + 16 &&
    !/^[,;.()]$/.test(tokens[end].text) &&
    !/^(?:VERB|AUX|PRON|SCONJ)$/.test(tokens[end].pos)
  )
    end++;
  const start = /^(?:the|a|an)$/.test(tokens[from + 1].lower) ? from + 2 : from + 1;
  return { start: tokens[start].start, end: tokens[end - 1].end };
}

/** Parts of a name: "Wen-chun" is one, though three tokens. */
const partsOf = (tokens: Token[], from: number, to: number) =>
  to - from - 2 * tokens.slice(from, to).filter(({ text }) => text === '-').length;

function peopleOf(tokens: Token[]): Found[] {
  const found: Found[] = [];
  for (let noun = 0; noun < tokens.length; noun++) {
    if (!isTitleNoun(tokens[noun])) continue;
    const from = afterTitle(tokens, noun);
    const to = nameEnd(tokens, from);
    if (to === from || (from > noun + 1 && /^[,]$/.test(tokens[from - 1].text))) continue;
    const lowerTitle = !UPPER.test(tokens[noun].text);
    if (lowerTitle && to - from < 2) continue;
    if (to - from === 1 && (tokens[from].text.length < 3 || /^[A-Z]+$/.test(tokens[from].text)))
      continue;
    const first = ownerStart(tokens, titleStart(tokens, noun));
    const ranked = tokens.slice(first, from).every(isRank);
    const office = ranked ? titleAfter(tokens, to) : undefined;
    const rankOnly =
      RANKS.has(tokens[noun].lower.replace(/\.$/, '')) && first === noun && from === noun + 1;
    found.push({
      start: tokens[from].start,
      end: tokens[to - 1].end,
      kind: 'Person',
      by: office ? 'comma-title' : rankOnly ? 'rank' : 'title',
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
    if (to - from < 2 || to - from > 6) continue;
    const title = titleAfter(tokens, to);
    const says = tokens[to] && SAY.test(tokens[to].lower);
    const span = { start: tokens[from].start, end: tokens[to - 1].end };
    if (title) found.push({ ...span, kind: 'Person', by: 'comma-title', title, weight: 6 });
    else if (says) found.push({ ...span, kind: 'Person', by: 'says', weight: 3 });
    else if (partsOf(tokens, from, to) <= 3 && !PORTFOLIO.has(tokens[to - 1]!.lower))
      found.push({ ...span, kind: 'Person', by: 'shape', weight: 0.5 });
  }
  return found;
}

export const findPeople: Finder = (text: Text) =>
  text.sentences.flatMap((sentence) => peopleOf(sentence.tokens));
