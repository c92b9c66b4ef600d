import { US_STATES } from '../../../lexicon/words.ts';
import { MONTH_NAMES, SHORT_MONTHS } from '../../../text/months.ts';
import type { Text } from '../../../text/text.ts';
import { type Found, matches, pattern } from '../finder.ts';

const MONTHS = `(?:${[...MONTH_NAMES, ...SHORT_MONTHS].join('|')})\\.?`;
const DATELINE =
  /^([A-Z][A-Z]{2,}(?:\s[A-Z]{2,})?)(?:,[^—–-]{0,30})?\s*(?:\([^)]{2,20}\)\s*)?[—–:-]/g;

const DAY = String.raw`(?:${MONTHS} \d{1,2}(?:, \d{4})?|\d{1,2} ${MONTHS}(?: \d{4})?)`;
const STATE = String.raw`(?:, \p{Lu}[\p{L}.]+)?`;
/** Datelines: "KUALA LUMPUR, October 31, 2025 - " anywhere, "Oslo, 5 March (Wire) -- " in front. */
const DATED = [
  pattern(
    String.raw`(?<![\w-])(\p{Lu}{2}[\p{Lu}’'-]+(?: \p{Lu}{2,}){0,2})${STATE}, ${DAY}\s*(?:\([^)]{2,25}\)\s*)?[—–-]`,
    'gu',
  ),
  pattern(
    String.raw`^(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2})${STATE}, ${DAY}\s*(?:\([^)]{2,25}\)\s*)?[—–-]`,
    'gu',
  ),
];

const IN_CAPITALS = String.raw`\p{Lu}{2}[\p{Lu}.’'-]*(?:(?: |-)\p{Lu}[\p{Lu}.’'-]+){0,5}`;
const REGION = String.raw`\p{Lu}[\p{L}.]+(?: \p{L}[\p{L}.]+){0,3}`;
const AGENCY = String.raw`\([^)]{2,25}\)`;
const DASH = '(?:[—–]|--?(?= ))';
/** Datelines without a day: "CAMP PENDLETON, Calif. – ", "ABU DHABI (Wire) — ". */
const UNDATED = [
  pattern(String.raw`^(${IN_CAPITALS}), (${REGION})\s*(?:${AGENCY}\s*)?${DASH}`, 'gu'),
  pattern(String.raw`^(${IN_CAPITALS})\s*${AGENCY}\s*${DASH}`, 'gu'),
];
/** "Arlington, Va. – ". Behind a name that is not in capitals only a state of the USA shows that it is a town. */
const IN_STATE = pattern(
  String.raw`^(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}), (${REGION})\s*(?:${AGENCY}\s*)?${DASH}`,
  'gu',
);
const isState = (region: string) =>
  US_STATES.has(region) || /^(?:\p{Lu}\.){1,2}$|^\p{Lu}\p{Ll}{1,4}\.$/u.test(region);

/** Finds the towns of datelines. They tell where a report was written. */
export function findDatelines(text: Text): Found[] {
  const found: Found[] = [];
  const add = (start: number, name: string, weight: number) =>
    found.push({ start, end: start + name.length, kind: 'Place', rule: 'dateline', weight });
  for (const { start, match } of matches(text, DATELINE)) add(start, match[1]!, 5);
  for (const line of DATED)
    for (const { start, match } of matches(text, line)) add(start, match[1]!, 9);
  for (const line of [...UNDATED, IN_STATE])
    for (const { start, match } of matches(text, line)) {
      const [, town = '', region = ''] = match;
      if (line === IN_STATE && !isState(region)) continue;
      add(start, town, 9);
      if (US_STATES.has(region)) add(start + match[0].indexOf(region, town.length), region, 9);
    }
  return found;
}
