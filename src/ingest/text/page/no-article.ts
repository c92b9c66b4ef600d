import type { Block, Text } from '../text.ts';
import { isAppeal } from './appeals.ts';

/** Words below which a page says little beside what it asks of its reader. */
const LITTLE = 60;
/** Words of links and notices that are no article by themselves. */
const ASIDE_MIN = 40;
/** A time of day, and a line about what happened then. */
const CLOCK =
  /^\(?(?:\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)(?:\s(?:GMT|UTC|[A-Z]{2,4}T))?\)?[\s:–—-]+(?=\S)/i;
/** Lines of a ticker, most words of one, and the share of the page's words that they are. */
const TICKER = { lines: 4, words: 30, share: 0.7 };

const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length;

/** @returns why the page holds no article, however much it says; null when it may hold one */
export function reasonOfPage({ clean, blocks }: Pick<Text, 'clean' | 'blocks'>): string | null {
  const textOf = ({ start, end }: Block) => clean.slice(start, end);
  let [article, appeals, aside, told, lines] = [0, 0, 0, 0, 0];
  for (const block of blocks) {
    const text = textOf(block);
    const words = wordsIn(text);
    if (block.kind === 'furniture') {
      if (isAppeal(text)) appeals += words;
      else aside += words;
      continue;
    }
    if (block.kind === 'body' || block.kind === 'list') article += words;
    if (words > TICKER.words || !CLOCK.test(text)) continue;
    lines++;
    told += words;
  }
  if (article < LITTLE && appeals > article)
    return 'an advert, a sign-up page or a paywall, not an article';
  if (lines >= TICKER.lines && told >= TICKER.share * article)
    return 'a ticker or a schedule, not an article';
  return article === 0 && aside >= ASIDE_MIN ? 'a list of links or a notice, not an article' : null;
}
