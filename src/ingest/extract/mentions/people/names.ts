import { COUNTRY_BY_FORM } from '../../../lexicon/countries.ts';
import { wordsOf } from '../../../lexicon/word-list.ts';
import { NAME_PARTICLES, ORGANISATION_HEADS, TITLE_NOUNS } from '../../../lexicon/words.ts';
import { MONTH_NAMES } from '../../../text/months.ts';
import type { Token } from '../../../text/text.ts';
import { UPPER } from '../finder.ts';

export const COMMON = new RegExp(
  `^(?:No|Yes|The|This|That|These|Those|In|On|At|And|But|For|With|He|She|They|We|It|His|Her|Their|Our|As|After|Before|While|When|During|Both|According|Under|From|To|By|If|Not|Work|Contract|New|Today|Yesterday|${MONTH_NAMES.join('|')}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|North|South|East|West|Earlier|Also|Across|Against|Amid|Among|Because|Between|Despite|Following|Through|Throughout|Within|Without|An|A|Joint|Foreign|Fiscal|State|States|United|Of|Will|Former|First|Last|Since|Today's)$`,
);
const INITIAL = /^(?:[A-Z]\.?|[A-Z]\.[A-Z]\.?)$/;
export const isTitleNoun = (token?: Token) =>
  !!token && TITLE_NOUNS.has(token.lower.replace(/\.$/, ''));
export const joined = (left: Token, right: Token) => right.start - left.end <= 1;

export function isNameWord(token: Token | undefined): boolean {
  if (
    !token ||
    !UPPER.test(token.text) ||
    COMMON.test(token.text) ||
    isTitleNoun(token) ||
    COUNTRY_BY_FORM.has(token.text)
  )
    return false;
  if (INITIAL.test(token.text)) return true;
  return (
    token.text.length > 1 &&
    !/[\d&]/.test(token.text) &&
    !STATE_WORD.test(token.text) &&
    !ORGANISATION_HEADS.has(token.lower)
  );
}

/** Words that may follow a name but are no part of one: parties and countries. */
export const NO_SURNAMES = wordsOf('people/no-surnames');
/** "Berg Announces": verbs of headlines, which end a name. */
const HEADLINE_VERBS = wordsOf('people/headline-verbs');
/** "The Russian Federation": words that make an adjective a country's name. */
export const STATE_WORD = /^(?:Federation|Republic|Kingdom|Emirates|Commonwealth)$/;

/** "A P Singh": the first initial is no article. */
const opensWithInitials = (tokens: Token[], from: number) =>
  tokens[from]?.text === 'A' && /^[A-Z]$/.test(tokens[from + 1]?.text ?? '');

/** Months that are also given names or surnames. */
const NAMED_AS_MONTH = /^(?:March|April|May|June|August)$/;

/** Whether a month's name is a person's: "April Stone", "General Mark March". */
function isMonthInName(tokens: Token[], at: number, from: number): boolean {
  const token = tokens[at];
  if (!token || !NAMED_AS_MONTH.test(token.text)) return false;
  const next = tokens[at + 1];
  if (next && /^\d/.test(next.text)) return false;
  return at > from ? joined(tokens[at - 1]!, token) : isNameWord(next) && joined(token, next!);
}

/** The end of a name from `from`: capitalised words, initials, particles. */
export function nameEnd(tokens: Token[], from: number): number {
  let to = opensWithInitials(tokens, from) ? from + 1 : from;
  while (to < tokens.length && to - from < 9) {
    const token = tokens[to];
    if (to - from >= 2 && NO_SURNAMES.has(token.text)) break;
    if (to > from && HEADLINE_VERBS.has(token.text)) break;
    if (isNameWord(token) || isMonthInName(tokens, to, from)) to++;
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
