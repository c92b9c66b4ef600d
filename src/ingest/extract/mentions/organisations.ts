import { BARE_ORGANISATIONS, ORGANISATION_HEADS } from '../../lexicon/words.ts';
import { escapePattern } from '../../text/pattern.ts';
import type { Span, Text } from '../../text/text.ts';
import type { MentionRule } from '../vocabulary.ts';
import { trimmed, withNumber } from './context/body-names.ts';
import { findEmployers } from './context/employers.ts';
import { CAP, type Finder, type Found, matches, pattern } from './finder.ts';
import { organisationKind } from './organisation-kinds.ts';

/** Joints within a run of capitalised words: "Acme, Inc.", "Regiment of Foot", "the 5th". */
const JOINT = String.raw`(?: |, (?=(?:Inc|LLC|Ltd|L\.P|LP)\b)| & )`;
const NEXT_WORD = String.raw`(?:${CAP}|&|\d{1,3}(?:st|nd|rd|th))`;
const LINK = '(?:of|for|and|on|de)(?: the)?(?= [A-Z])';
const CLOSING = String.raw`(?: (?:Inc|Corp|Co|Ltd|L\.P|Pty Ltd|S\.A|Bros)\.?)?(?:,? (?:Inc|LLC|Ltd|L\.P|LP)\.?)?`;
const RUN = pattern(
  String.raw`(?<![\w-])(?:U\.S\. |U\.K\. |U\.N\. )?${CAP}(?:${JOINT}${NEXT_WORD}|\.(?=com\b)| ${LINK})*${CLOSING}`,
);
/** A text without the first word is not searched for the whole name. */
const BARE_PATTERNS = [...BARE_ORGANISATIONS].map((name) => ({
  kind: organisationKind(name),
  first: name.split(' ')[0]!,
  regex: pattern(`(?<![\\w-])${escapePattern(name)}(?![\\w-])`),
}));
const ACRONYM = /(?<![\w-])[A-Z][A-Za-z]*[A-Z]{1,}[A-Za-z]*(?![\w-])/g;
const WINNER = String.raw`([A-Z][^,;]{2,60}?(?:,? (?:Inc|LLC|Ltd|L\.P|LP|Corp|Co|Pty Ltd)\.?)?)`;
/** The company that opens a contract notice: "Acme Corp., Springfield, Ohio, was awarded". */
const AWARDED = new RegExp(
  String.raw`^(?:\*\s*)?${WINNER},\*? [A-Z][\w .’'-]+,[^.]{0,200}?\b(?:is|was|has been|were|are|have been) (?:being )?awarded`,
  'g',
);
/** Longest three words with what lies between them, in UTF-16 units. */
const THREE_WORDS_MAX = 650;
/** Longest name, in UTF-16 units; longer runs are lists or headlines. */
const NAME_MAX = 500;

/** Splits a run at "and" where both sides are names: "U.S. Navy and Mazagon Dock" are two. */
function separate(run: string): { name: string; offset: number }[] {
  const parts: { name: string; offset: number }[] = [];
  let offset = 0;
  for (const joint of run.matchAll(/\s+(?:and|&)\s+/g)) {
    const left = run.slice(offset, joint.index);
    const words = left.slice(-THREE_WORDS_MAX).split(/\s+/);
    const whole =
      words.length > 1 &&
      ORGANISATION_HEADS.has(words.at(-1)!.toLowerCase().replace(/[.,]$/, '')) &&
      !words.slice(-3).some((word) => /^(?:of|for|on)$/.test(word));
    if (!whole) continue;
    parts.push({ name: left, offset });
    offset = joint.index + joint[0].length;
  }
  return [...parts, { name: run.slice(offset), offset }];
}

type Sort = Pick<Found, 'rule' | 'weight' | 'properties'>;
const organisation = (span: Span, sort: Sort): Found => ({
  start: span.start,
  end: span.end,
  kind: 'Organisation',
  ...sort,
});

/** The span of a name, whose words may be on several lines, within its run. */
function placeOf(name: string, run: string, start: number, clean: string): Span {
  const words = name.split(/\s+/);
  const whole = run.indexOf(name);
  // Few names are on two lines, and a pattern for each name takes long to compile.
  const at = whole < 0 ? run.search(new RegExp(words.map(escapePattern).join('\\s+'))) : whole;
  const from = start + at;
  let end = from;
  for (const word of words) end = clean.indexOf(word, end) + word.length;
  if (clean[end] === '.' && /(?:Inc|Corp|Co|Ltd|L\.P)$/.test(name)) end++;
  return { start: from, end };
}

function byHead(text: Text): Found[] {
  const parts = [...matches(text, RUN)].flatMap(({ start, match }) =>
    separate(match[0]).map(({ name, offset }) => ({ run: name, start: start + offset })),
  );
  return parts.flatMap(({ run, start }) => {
    if (run.length > NAME_MAX) {
      text.cut.add(`names of more than ${NAME_MAX} characters are left out`);
      return [];
    }
    const name = trimmed(run);
    if (!name) return [];
    const weight = 4 + Math.min(2, name.split(/\s+/).length / 4);
    const properties = { kind: organisationKind(name) };
    const place = placeOf(name, run, start, text.clean);
    return organisation(withNumber(text, place, name), {
      rule: 'head-noun',
      weight,
      properties,
    });
  });
}

const bareOnes = (text: Text): Found[] =>
  BARE_PATTERNS.filter(({ first }) => text.clean.includes(first)).flatMap(({ kind, regex }) =>
    [...matches(text, regex)].flatMap(({ start, match }) => {
      const end = start + match[0].length;
      // "Air Force One" is an aircraft.
      if (/^ (?:One|Two)(?!\w)/.test(text.clean.slice(end, end + 5))) return [];
      return organisation({ start, end }, { rule: 'known', weight: 5, properties: { kind } });
    }),
  );

const acronyms = (text: Text): Found[] =>
  [...matches(text, ACRONYM)].flatMap(({ start, match: [word] }) =>
    word.length >= 3 && word.length <= 8
      ? organisation({ start, end: start + word.length }, { rule: 'acronym', weight: 1 })
      : [],
  );

/** Companies by a pattern whose first group is the name. */
const companies = (text: Text, regex: RegExp, rule: MentionRule, weight: number): Found[] =>
  [...matches(text, regex)].map(({ start: from, match }) => {
    const start = from + match[0].indexOf(match[1]);
    const span = { start, end: start + match[1].length };
    return organisation(span, { rule, weight, properties: { kind: 'company' } });
  });

/** Finds organisations by head noun, legal form, word, acronym, context and contract notice. */
export const findOrganisations: Finder = (text) => [
  ...byHead(text),
  ...bareOnes(text),
  ...acronyms(text),
  ...findEmployers(text),
  ...companies(text, AWARDED, 'award', 9),
];
