import { patternOf } from '../lexicon/word-list.ts';
import { MONTH_NAMES, SHORT_MONTHS } from './months.ts';
import { allOf, anyOf } from './pattern.ts';
import type { Block, Sentence, Token } from './text.ts';
import { tokeniserFor } from './tokeniser.ts';

/** Abbreviations before a name, which end no sentence. */
const ADDRESSES = patternOf('sentences/abbreviations-before-names');
/** Abbreviations within a name or a clause. */
const INNER = patternOf('sentences/abbreviations-inside');
/** Abbreviations before a number; elsewhere these are words. */
const NUMBERED = /(?:^|[\s(])(?:Nos?|Arts?|Vol|Fig|Para|Sec|Op|pp?|Rs|Tk|Dhs?|kr)$/;
/** Weekdays before a date: "Tue. March 5". */
const WEEKDAY = /(?:^|[\s(])(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)$/;
const DAY_BEHIND = new RegExp(`^\\s+(?:\\d|(?:${[...MONTH_NAMES, ...SHORT_MONTHS].join('|')})\\b)`);
/** Abbreviations behind a name, a number or a place, which may end a sentence. */
const CLOSING = `${patternOf('sentences/abbreviations-at-ends')}|${SHORT_MONTHS.join('|')}`;
const ABBREVIATION = new RegExp(
  `(?:^|[\\s(“"'‘-])(?:[A-Z]|[A-Z]\\.(?:[A-Z]\\.)*[A-Z]|${ADDRESSES}|${INNER}|${CLOSING})$`,
);
const MAY_CLOSE = new RegExp(`(?:^|[\\s(“"'‘-])(?:(?:[A-Z]\\.)+[A-Z]|${CLOSING})$`);
const OPENING_WORDS = anyOf(
  'The|This|That|These|Those|In|On|At|It|He|She|They|We|I|You|A|An|And|But|Or|However|Work|Fiscal',
  'As|For|His|Her|Its|Their|Our|Both|According|Under|If|While|When|After|Before|During|Since',
  'Although|Despite|Because|Last|There|Not|No|Also|Earlier|Meanwhile|Instead|With|By|From|Some',
  'Many|Most|All|Each|Who|What|Why|How|Contract|Foreign',
);
/** Words that begin a sentence and occur in no name. */
const OPENER = new RegExp(String.raw`^[”"’')\]]*\s+[“"'‘(]?${OPENING_WORDS}\b`);
/** "Plan B. The plan": only these words begin a sentence behind a letter, usually an initial. */
const OPENER_BEHIND_LETTER = /^\s+(?:The|This|These|It|He|She|They|We|But|However)\b/;

const endsWith = (before: string, after: string) =>
  /(?:^|\s)[A-Z]$/.test(before)
    ? /\b(?:[Pp]lan|[Oo]ption|[Aa]nnex|[Cc]ategory|[Pp]hase|[Gg]roup|[Cc]lass|[Tt]ype|[Pp]art|[Ss]chedule) [A-Z]$/.test(
        before,
      ) && OPENER_BEHIND_LETTER.test(after)
    : MAY_CLOSE.test(before) &&
      OPENER.test(after) &&
      !(/U\.[SKN]$/.test(before) && /^\s+(?:Foreign|Fiscal)\b/.test(after));

/** Words within this distance, in UTF-16 units, decide whether a full stop ends a sentence. */
const NEAR = 60;

const STOP = /[.!?…][”"’')\]]*(?=\s+[“"'‘([]?[\p{Lu}\d])/gu;

function* sentenceSpans(text: string) {
  let start = 0;
  for (const stop of allOf(text, STOP)) {
    // Only nearby words are tested, so that time stays linear in the length of a block.
    const before = text.slice(Math.max(start, stop.index - NEAR), stop.index);
    const after = text.slice(stop.index + 1, stop.index + NEAR);
    if (stop[0][0] === '.' && NUMBERED.test(before) && /^\s+\(?\d/.test(after)) continue;
    if (stop[0][0] === '.' && WEEKDAY.test(before) && DAY_BEHIND.test(after)) continue;
    if (stop[0][0] === '.' && ABBREVIATION.test(before) && !endsWith(before, after)) continue;
    if (/^\d{1,2}$/.test(before.trim())) continue;
    yield { start, end: stop.index + stop[0].length };
    start = stop.index + stop[0].length;
  }
  yield { start, end: text.length };
}

/** The tokeniser splits words at letters beyond Latin-1: "B", "ł", "aszczak". */
const BEYOND_LATIN_1 = /^(?!\p{ASCII}|[\u0080-\u00ff])\p{L}/u;
const isCutWord = (left: string, right: string) =>
  /\p{L}$/u.test(left.slice(-2)) &&
  /^\p{L}/u.test(right) &&
  (BEYOND_LATIN_1.test(right) || BEYOND_LATIN_1.test(left.slice(-1)));

function tokensOf(text: string, offset: number): Token[] {
  const tokens: Token[] = [];
  const nlp = tokeniserFor(text.length);
  const { its } = nlp;
  const read = nlp.readDoc(text).tokens();
  const values = read.out() as string[];
  const lemmas = read.out(its.lemma as never) as unknown as (string | undefined)[];
  const parts = read.out(its.pos as never) as unknown as string[];
  let at = 0;
  for (const [number, value] of values.entries()) {
    const found = text.indexOf(value, at);
    if (found < 0 || !value.trim()) continue;
    at = found + value.length;
    const last = tokens.at(-1);
    if (last?.end === offset + found && isCutWord(last.text, value)) {
      const whole = last.text + value;
      const lower = whole.toLowerCase();
      tokens[tokens.length - 1] = { ...last, end: offset + at, text: whole, lower, lemma: lower };
      continue;
    }
    tokens.push({
      start: offset + found,
      end: offset + at,
      text: value,
      lower: value.toLowerCase(),
      lemma: (lemmas[number] ?? value).toLowerCase(),
      pos: parts[number]!,
    });
  }
  return tokens;
}

/** Longest sentence, in UTF-16 units; longer ones are cut at white space to keep time linear. */
const SENTENCE_MAX = 2_500;

function* bounded(text: string): Generator<{ start: number; end: number }> {
  for (const { start, end } of sentenceSpans(text)) {
    let from = start;
    while (end - from > SENTENCE_MAX) {
      const blank = text.lastIndexOf(' ', from + SENTENCE_MAX);
      const cut = blank > from ? blank : from + SENTENCE_MAX;
      yield { start: from, end: cut };
      from = cut;
    }
    yield { start: from, end };
  }
}

export function findSentences(clean: string, blocks: Block[]): Sentence[] {
  const sentences: Sentence[] = [];
  blocks.forEach((block, number) => {
    if (block.kind === 'furniture') return;
    const body = clean.slice(block.start, block.end);
    for (const span of bounded(body)) {
      const text = body.slice(span.start, span.end);
      const start = block.start + span.start + text.search(/\S|$/);
      const end = block.start + span.start + text.trimEnd().length;
      if (end > start)
        sentences.push({
          index: sentences.length,
          block: number,
          start,
          end,
          tokens: tokensOf(clean.slice(start, end), start),
        });
    }
  });
  return sentences;
}
