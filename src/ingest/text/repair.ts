import iconv from 'iconv-lite';

export type Repaired = { text: string; rawIndex(index: number): number };
const CODE_PAGES = ['cp866', 'win1252', 'win1251'];
const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&nbsp;': ' ',
  '&quot;': '"',
  '&#39;': "'",
  '&rsquo;': '’',
  '&lt;': '<',
  '&gt;': '>',
  '&shy;': '',
};

/** Bytes that Windows-1252 leaves open, and most programs pass on as they are: "â€\u009d" is a closing quote. */
const PASSED_ON = /([\u0081\u008d\u008f\u0090\u009d])/g;

function encode(text: string, page: string): Buffer {
  if (page !== 'win1252') return iconv.encode(text, page);
  return Buffer.concat(
    text
      .split(PASSED_ON)
      .map((part, at) => (at % 2 === 1 ? Buffer.from(part, 'latin1') : iconv.encode(part, page))),
  );
}

/** UTF-8 read with a wrong code page and written out again: try each page backwards. */
function unscramble(scrambled: string): string | null {
  for (const page of CODE_PAGES) {
    const bytes = encode(scrambled, page);
    const back = page === 'win1252' ? scrambled.replace(PASSED_ON, '\ufffd') : scrambled;
    if (iconv.decode(bytes, page) !== back) continue;
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      if (text.length < scrambled.length && !/[\u0080-\u009f]/.test(text)) return text;
    } catch {}
  }
  return null;
}

/** Repairs mojibake and HTML entities, drops soft hyphens; `rawIndex` leads every offset back to the source. */
export function repair(raw: string): Repaired {
  const pieces: { at: number; raw: number }[] = [{ at: 0, raw: 0 }];
  let text = '';
  let from = 0;
  const replace = (start: number, found: string, better: string) => {
    text += raw.slice(from, start) + better;
    from = start + found.length;
    pieces.push({ at: text.length - better.length, raw: start }, { at: text.length, raw: from });
  };
  for (const match of raw.matchAll(
    /\u00ad+|[^\p{ASCII}]{2,}|&(?:amp|nbsp|quot|#39|rsquo|lt|gt|shy);/gu,
  )) {
    const found = match[0];
    const better = found.startsWith('\u00ad') ? '' : (ENTITIES[found] ?? unscramble(found));
    if (better !== null) replace(match.index, found, better);
    // Only now: within mojibake the sign is half of a letter.
    else
      for (const soft of found.matchAll(/\u00ad+/g)) replace(match.index + soft.index, soft[0], '');
  }
  text += raw.slice(from);
  const rawIndex = (index: number) => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (pieces[middle].at <= index) low = middle;
      else high = middle - 1;
    }
    return pieces[low].raw + index - pieces[low].at;
  };
  return { text, rawIndex };
}
