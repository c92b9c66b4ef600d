import { COUNTRY_BY_FORM } from '../../lexicon/countries.ts';
import { patternOf } from '../../lexicon/word-list.ts';
import { GIVEN_NAMES, PORTFOLIO, TITLE_MODIFIERS, TITLE_NOUNS } from '../../lexicon/words.ts';
import { MONTH_NAMES, SHORT_MONTHS } from '../../text/months.ts';
import { anyOf } from '../../text/pattern.ts';

const MONTH = `(?:${[...MONTH_NAMES, ...SHORT_MONTHS].join('|')})`;
const MONTH_ALONE = new RegExp(`^(?:(?:early|late|mid|last|next|this)[ -])*(${MONTH})\\.?$`, 'i');
/** Months that are also people's names or other words. */
const NAMES: ReadonlySet<string> = new Set(['March', 'April', 'May', 'June', 'August']);
const LEADING = anyOf(
  'in|since|until|till|by|from|to|through|during|of|last|next|this|early|late|earlier|each|every|for',
  'before|after|and|or|as of|beginning|end of|mid',
);
const LEADS_TO_MONTH = new RegExp(
  String.raw`(?:\b${LEADING}(?: (?:early|late|mid))?[ -]|\b(?:mid|early|late|end)[ -]?)$`,
  'i',
);
/** A range of months without a year: "between March and May". */
const FROM_MONTH = /\b(?:between|from) $/i;
const TO_MONTH = new RegExp(
  `\\b(?:between|from) (?:early |late |mid-?)?${MONTH}\\.? ?(?:and|to|until|through|-|–) ?(?:early |late |mid-?)?$`,
  'i',
);
const AND_MONTH = new RegExp(
  `^ ?(?:and|to|until|through|-|–) ?(?:early |late |mid-?)?${MONTH}\\b(?!\\.?,? (?:\\d|(?:of )?(?:last|this|next) year))`,
  'i',
);

const WEEKDAY_SHORT = /^(?:(?:last|next|this|on) )?(?:sun|mon|tues?|wed|thurs?|thu|fri|sat)\.?$/i;
const WEEKDAY = /^(?:sun|mon|tues|wednes|thurs|fri|satur)day$/i;
/** Weekdays in names: "Bloody Sunday", "the Sunday Times", ", Sunday Dare,". */
const NAME_BEFORE_DAY =
  /(?:\b(?:Ash|Bloody|Black|Good|Holy|Maundy|Palm|Shrove|Easter|Super|Cyber|Ruby|Man|Casual) |\b[Tt]he )$/;
const NO_CLAUSE_BEFORE = /(?:^|[,;:(“"‘–—] ?|\b\p{Lu}[\p{L}.]* )$/u;
const CAPITAL_BEHIND = new RegExp(
  `^ (?!(?:${MONTH}|The|He|She|They|It|In|At)\\b)\\p{Lu}\\p{Ll}+`,
  'u',
);
const isName = (behind: string) => {
  const [word] = CAPITAL_BEHIND.exec(behind) ?? [];
  return word !== undefined && !COUNTRY_BY_FORM.has(word.trim());
};

/** Words before a person whose name is a weekday: "told minister Friday Okafor". */
const TAKES_A_NAME = anyOf(
  'with|by|and|of|from|to|between|against',
  'met|meets|meeting|told|thanked|hosted|received|welcomed',
  'named|appointed|succeeded|replaced',
  ...TITLE_NOUNS,
);
const LEADS_TO_NAME = new RegExp(String.raw`(?<!day )(?<!day and )\b${TAKES_A_NAME} $`, 'i');
/** A title behind a weekday begins a new phrase: "met Friday President Holm". */
const TITLE_BEHIND = new RegExp(
  `^ (?:${[...TITLE_NOUNS, ...TITLE_MODIFIERS, ...PORTFOLIO].join('|')}|Prime|Foreign)\\b`,
  'i',
);
/** Things named after a weekday: "in sunday best", "Sunday school". */
const THING_BEHIND = /^ (?:best|clothes|school|lunch|roast|drivers?|league|supplement)\b/i;
const LEADS_TO_SMALL_DAY =
  /\b(?:on|last|next|this|every|each|since|until|till|by|from|to|late|early|before|after|through|and)(?: the)? $/i;

/** The only name before a word: "told Dan ", not "told Rajnath Singh ". */
const ONE_NAME_BEFORE = /(?:^|[^\p{L}\s] |\p{Ll} |\b(?:\p{Lu}\p{Ll}+ ))(\p{Lu}\p{Ll}+) $/u;
/** "Secretary Dan " has a title before the given name; "Michael Dan " has another name. */
function followsGivenName(before: string): boolean {
  const [, name] = ONE_NAME_BEFORE.exec(before) ?? [];
  if (name === undefined || !GIVEN_NAMES.has(name)) return false;
  const [, earlier] = /(\p{Lu}\p{Ll}+) \p{Lu}\p{Ll}+ $/u.exec(before) ?? [];
  return (
    earlier === undefined ||
    [TITLE_NOUNS, TITLE_MODIFIERS, PORTFOLIO].some((words) => words.has(earlier.toLowerCase()))
  );
}

const OF_COUNTRY = /^ of (?:the )?(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*)/u;

/**
 * In "the envoy, Joe Friday, met" and "Dan Friday of Kenya" the day is a surname: it stands with
 * one other name between commas, behind a given name alone, or before the country of an office.
 * The name of a country between commas says where something happened.
 */
function isSurname(before: string, behind: string): boolean {
  if (followsGivenName(before)) return true;
  const country = OF_COUNTRY.exec(behind)?.[1];
  if (country !== undefined && COUNTRY_BY_FORM.has(country) && /\p{Lu}\p{Ll}+ $/u.test(before))
    return true;
  const given = /, (\p{Lu}\p{Ll}+) $/u.exec(before)?.[1];
  return given !== undefined && behind.startsWith(',') && !COUNTRY_BY_FORM.has(given);
}

/** In "on Thursday (August 4)" the brackets tell the day. */
const DATE_IN_BRACKETS = new RegExp(`^,? \\((?:${MONTH}\\b|\\d{1,2} ${MONTH}\\b)`, 'i');

/** Whether the full name of a weekday denotes the day here, instead of a person or a thing. */
function isWeekday(word: string, before: string, behind: string): boolean {
  if (THING_BEHIND.test(behind)) return false;
  if (/^\p{Ll}/u.test(word) && !LEADS_TO_SMALL_DAY.test(before)) return false;
  if (NAME_BEFORE_DAY.test(before)) return !/^ \p{Lu}/u.test(behind) && /[Tt]he $/.test(before);
  if (isSurname(before, behind)) return false;
  if (!isName(behind)) return true;
  return (
    !NO_CLAUSE_BEFORE.test(before) && (!LEADS_TO_NAME.test(before) || TITLE_BEHIND.test(behind))
  );
}

/** A range of weekdays is no day: "Mon-Fri". */
const OF_WEEKDAYS =
  /\b(?:sun|mon|tue|wed|thu|fri|sat)\w*\.? ?[-–—] ?(?:sun|mon|tue|wed|thu|fri|sat)\w*$/i;
/** A newspaper: "The Sunday Times", "on Sunday Express pages". */
const PAPER_BEHIND =
  /^ (?:Times|Telegraph|Mail|Express|Mirror|Post|Herald|Star|Tribune|Guardian|Independent)\b/;
/** "The October 7 attack" dates the attack only. */
const OTHER_DAY =
  /^ (?:terror(?:ist)? )?(?:attacks?|massacres?|anniversary|bombings?|coup|uprising|invasion|revolution|killings?|pogrom|atrocities)\b/;
/** Things that are named after a day: "the 14 July Regiment", "5 March Street". */
const NAMED_AFTER = new RegExp(String.raw`^ (?:${patternOf('values/named-after-days')})\b`);

/** Signs of a designation, fraction, score, section or number around the match. */
const TORN_BEFORE = /[\w/$€£.+:#]$|(?<!\b(?:mid|early|late|end|pre|post))[-–]$/i;
const TORN_BEHIND = /^(?:[\w/%]|[.:,+-]\d|,? 0\d{3}\b|[-–](?:class|type|era|style|themed)\b)/i;
/** "USA Today" and "India Today" are newspapers. */
const NAME_BEFORE_TODAY = /\p{Lu}[\p{L}.]* $/u;
/** In "at 10.30 on Friday" the hour is no part of the day. */
const HOUR_BEFORE = /^(?:at )?\d{1,2}[.:]\d{2}(?: ?[ap]\.?m\.?| hours?| hrs| GMT)? on /i;
/** "To March on the capital" uses a verb. */
const MARCHES = /^ (?:on|into|through|towards?|against|past|for)\b/;
const MONTHS_ALONE = new RegExp(
  `^(?:early |late |mid-?)?${MONTH} ?(?:and|to|until|through|-|–) ?(?:early |late |mid-?)?${MONTH}$`,
  'i',
);

function isMonth(word: string, before: string, behind: string): boolean {
  const month = word.replace(/\.$/, '');
  if (!/^\p{Lu}/u.test(month)) return false;
  if (SHORT_MONTHS.includes(month) && !/\.$/.test(word) && !/^\./.test(behind)) return false;
  if (TO_MONTH.test(before) || (FROM_MONTH.test(before) && AND_MONTH.test(behind))) return false;
  if (month === 'March' && MARCHES.test(behind) && !/\b[Ii]n $/.test(before)) return false;
  const led = LEADS_TO_MONTH.test(before);
  if (isName(behind)) return led && !NAMES.has(month);
  return led || (!NAMES.has(month) && !/\p{Lu}\p{Ll}+ $/u.test(before));
}

/**
 * Whether words that the parser takes for a date are one here.
 * @param found the words
 * @param ahead the text up to them; `rest` is the text behind them
 */
export function isDateHere(found: string, ahead: string, rest: string): boolean {
  const told = found.replace(/(?:[,;]| of)$/, '');
  const behind = found.slice(told.length) + rest;
  const words = told.replace(HOUR_BEFORE, '');
  const before = ahead + told.slice(0, told.length - words.length);
  if (TORN_BEFORE.test(before) || TORN_BEHIND.test(behind) || OF_WEEKDAYS.test(words)) return false;
  if (/day$/i.test(words) && (PAPER_BEHIND.test(behind) || DATE_IN_BRACKETS.test(behind)))
    return false;
  if (NAMED_AFTER.test(behind) || (/\bthe $/i.test(before) && OTHER_DAY.test(behind))) return false;
  // Dates in figures have their own rules.
  if (/\d[./-]\d|^\d{1,4}$|^(?:now|second)$/i.test(words)) return false;
  if (MONTHS_ALONE.test(words)) return false;
  if (words === 'Today' && NAME_BEFORE_TODAY.test(before)) return false;
  if (/\b(?:minutes?|mins?|seconds?(?! of)|secs?|hours?|hrs?|noon|midday)\b/i.test(words))
    return false;
  if (WEEKDAY_SHORT.test(words))
    return (
      /^(?:\p{Lu}|last|next|this|on)/u.test(words) &&
      (/\b(?:[Oo]n|[Ll]ast|[Nn]ext|[Tt]his) $/.test(before) || / /.test(words)) &&
      !/^ \p{Lu}/u.test(behind)
    );
  if (WEEKDAY.test(words)) return isWeekday(words, before, behind);
  const alone = MONTH_ALONE.exec(words);
  const prefixed =
    alone && alone[0].length > alone[1]!.length
      ? `${before}${words.slice(0, words.length - alone[1]!.length)}`
      : before;
  if (alone) return isMonth(alone[1]!, prefixed, behind);
  // "May 12" and "12 march 2024" are dates, "may 12" is not.
  const named = new RegExp(`\\b${MONTH}\\b`, 'i').exec(words);
  return named === null || /^\p{Lu}/u.test(named[0]) || /\d{4}/.test(words);
}
