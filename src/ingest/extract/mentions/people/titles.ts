import { COUNTRY_BY_FORM } from '../../../lexicon/countries.ts';
import {
  ADDRESSES,
  ORGANISATION_HEADS,
  PORTFOLIO,
  RANK_PARTS,
  RANKS,
  TITLE_MODIFIERS,
} from '../../../lexicon/words.ts';
import type { Token } from '../../../text/text.ts';
import { type Found, UPPER } from '../finder.ts';
import { COMMON, isTitleNoun, nameEnd, STATE_WORD } from './names.ts';

const RETIRED = /^(?:retd|ret|rtd|retired)$/;

/** The token behind "of the Army", "(Americas)", which may follow a title noun before a name. */
export function afterTitle(tokens: Token[], noun: number): number {
  let at = noun + 1;
  let gone = true;
  while (gone && at < tokens.length && at - noun < 12) {
    gone = false;
    const lower = tokens[at].lower;
    if (
      isTitleNoun(tokens[at]) ||
      PORTFOLIO.has(lower) ||
      COUNTRY_BY_FORM.has(tokens[at].text) ||
      STATE_WORD.test(tokens[at].text) ||
      (TITLE_MODIFIERS.has(lower) && UPPER.test(tokens[at].text)) ||
      (lower === 'executive' && tokens[at - 1]!.lower === 'chief') ||
      (RETIRED.test(lower) && tokens[at - 1]!.text === '(')
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
          (isTitleNoun(next) ||
            PORTFOLIO.has(next.lower) ||
            RETIRED.test(next.lower) ||
            (TITLE_MODIFIERS.has(next.lower) && UPPER.test(next.text)) ||
            STATE_WORD.test(next.text) ||
            COUNTRY_BY_FORM.has(next.text)));
    }
    if (gone) at++;
  }
  return at;
}

/** The first token of the title of `noun`, including countries, organisations and modifiers. */
export function titleStart(tokens: Token[], noun: number): number {
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

export const isRank = ({ lower }: Token) =>
  RANKS.has(lower.replace(/\.$/, '')) || RANK_PARTS.has(lower) || /^[.-]$/.test(lower);

const SERVICE = /^(?:army|navy|naval|air|force|marine|corps|marines|coast|space|guard|royal)$/;
/** Whether a word before a rank says whose rank it is: "US Navy Captain". */
export const isService = ({ lower, text }: Token) =>
  SERVICE.test(lower) || COUNTRY_BY_FORM.has(text);

/** The first token of an office's owner: "Pentagon spokesman", "Lockheed Martin executive". */
export function ownerStart(tokens: Token[], first: number): number {
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

/** Tokens between the comma and the name: "its chairman, Captain Amir Rao", "The Minister, Senator Hale". */
const isAddress = ({ lower }: Token) =>
  ADDRESSES.has(lower.replace(/\.$/, '')) ||
  RANK_PARTS.has(lower) ||
  /^(?:rt|sen\.?|senator|[.-])$/.test(lower);
/** Most words between an office and the comma behind it. */
const OFFICE_MAX = 9;

/** "Its new chairman, Ann Berg". */
const NEWLY = /^(?:new|newest|current|longtime|long-time|next|late|newly-elected)$/;

/** "For South and Southeast Asia", unlike "the minister and the envoy". */
function joinsPortfolio(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1];
  return tokens[at]!.lower === 'and' && !!next && UPPER.test(next.text) && !isTitleNoun(next);
}

/** The person named behind an office and a comma: "The Saudi envoy, Faisal Nasser, said". */
export function namedBehind(tokens: Token[], noun: number): Found | undefined {
  const first = ownerStart(tokens, titleStart(tokens, noun));
  const lead = NEWLY.test(tokens[first - 1]?.lower ?? '') ? first - 2 : first - 1;
  const isIntroduced =
    /^(?:the|a|an|its|his|her|their|our|[’']s)$/i.test(tokens[lead]?.lower ?? '') ||
    COUNTRY_BY_FORM.has(tokens[first]!.text);
  // "Ann Berg, head of plans, Mr Lind": the office may be that of the name before it.
  if (!isIntroduced && tokens[first - 1]?.text === ',' && UPPER.test(tokens[first - 2]?.text ?? ''))
    return undefined;
  let comma = noun + 1;
  while (comma < tokens.length && comma - noun <= OFFICE_MAX && tokens[comma]!.text !== ',') {
    if (
      /^(?:VERB|AUX|PRON|SCONJ|PUNCT|NUM)$/.test(tokens[comma]!.pos) ||
      (/^(?:and|,|who)$/.test(tokens[comma]!.lower) && !joinsPortfolio(tokens, comma))
    )
      return undefined;
    comma++;
  }
  if (tokens[comma]?.text !== ',') return undefined;
  let from = comma + 1;
  while (from < tokens.length && UPPER.test(tokens[from]!.text) && isAddress(tokens[from]!)) from++;
  const isAddressed = from > comma + 1;
  if (!isIntroduced && !isAddressed) return undefined;
  const to = nameEnd(tokens, from);
  const closing = tokens[to];
  if (
    to - from < 2 ||
    to - from > 5 ||
    (closing &&
      !isAddressed &&
      !/^[,.;)”"]$/.test(closing.text) &&
      !/^(?:VERB|AUX)$/.test(closing.pos))
  )
    return undefined;
  return {
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
    kind: 'Person',
    rule: 'comma-title',
    title: { start: tokens[first]!.start, end: tokens[comma - 1]!.end },
    // An office outweighs a rank: "its chairman, Captain Amir Rao".
    weight: isAddressed ? 8.5 : 6.5,
  };
}
