import type { Block, Sentence, Token } from '../extract/terms.ts';
import { tokeniserFor } from './tokeniser.ts';

const ABBREVIATION =
  /(?:^|[\s(“"'])(?:[A-Z]|[A-Z]\.(?:[A-Z]\.)*[A-Z]|Mr|Mrs|Ms|Dr|Lt|Gen|Col|Adm|Maj|Sgt|Capt|Cmdr|Brig|Sen|Rep|Gov|Prof|St|No|Nos|Jr|Sr|Inc|Corp|Co|Ltd|vs|etc|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Calif|Ala|Ariz|Fla|Ga|Va|Md|Mass|Conn|Tex|Pa|Mo|Wash|Ill|Vt|Ky|Tenn|Fig|al)$/;
const OPENER =
  /^\s+[“"'(]?(?:The|This|That|These|Those|In|On|At|It|He|She|They|We|A|An|And|But|However|Work|Fiscal|As|For|His|Her|Both|According|Under|If|While|When|After|Last|There|No|Foreign|Contract)\b/;

function* sentenceSpans(text: string) {
  let start = 0;
  for (const stop of text.matchAll(/[.!?][”"’')\]]*(?=\s+[“"'‘([]?[A-Z0-9])/g)) {
    const before = text.slice(start, stop.index);
    const after = text.slice(stop.index + stop[0].length);
    if (stop[0][0] === '.' && ABBREVIATION.test(before)) {
      const strong =
        /(?:U\.S|Inc|Corp|Co|Ltd|D\.C|U\.K|U\.N|Jr)$/.test(before) && OPENER.test(after);
      if (!strong) continue;
    }
    if (/^\d{1,2}$/.test(before.trim())) continue;
    yield { start, end: stop.index + stop[0].length };
    start = stop.index + stop[0].length;
  }
  yield { start, end: text.length };
}

/** The tokeniser ends a word before a letter beyond Latin-1: "B", "ł", "aszczak". */
const BEYOND_LATIN_1 = /^(?!\p{ASCII}|[\u0080-\u00ff])\p{L}/u;
const isCutWord = (left: string, right: string) =>
  /\p{L}$/u.test(left) &&
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

/** Longer sentences are no sentences: they are cut at white space, so that time stays linear. */
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
