import { patternOf } from '../lexicon/word-list.ts';

/** Which number of "05/03/2024" is the day. */
export type DayOrder = 'day first' | 'month first';

const DAY_FIRST_LANGUAGE =
  /^(?:en-(?:GB|IE|AU|NZ|IN|PK|BD|LK|NP|SG|MY|ZA|NG|KE|GH|MT|HK|EU|001|150)|(?!en\b)[a-z]{2,3}(?:-|$))/i;
const DAY_FIRST_HOST = new RegExp(String.raw`\.(?:${patternOf('values/day-first-domains')})$`, 'i');
const MONTH_FIRST_HOST = /\.(?:gov|mil|us)$/i;

function hostOf(url: string | null): string {
  return url !== null && URL.canParse(url) ? new URL(url).hostname : '';
}

/**
 * The order in numeric dates where a text is from.
 * @param language BCP 47 tag
 */
export function orderOfPlace(language: string | null, url: string | null): DayOrder | null {
  const host = hostOf(url);
  // The language comes second: many sites declare the American English of their software.
  if (MONTH_FIRST_HOST.test(host)) return 'month first';
  if (DAY_FIRST_HOST.test(host)) return 'day first';
  const tag = (language ?? '').trim().replace('_', '-');
  if (/^en-US$/i.test(tag)) return 'month first';
  return DAY_FIRST_LANGUAGE.test(tag) ? 'day first' : null;
}
