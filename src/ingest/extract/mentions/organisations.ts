import { COUNTRY_BY_FORM } from '../../lexicon/countries.ts';
import { BARE_ORGANISATIONS, OFFICE_HEADS, ORGANISATION_HEADS } from '../../lexicon/words.ts';
import { anyOf, escapePattern } from '../../text/pattern.ts';
import type { Span, Text } from '../../text/text.ts';
import type { MentionRule } from '../vocabulary.ts';
import { CAP, type Finder, type Found, matches, pattern } from './finder.ts';
import { organisationKind } from './organisation-kinds.ts';

/** Of another name a run of capitals goes on with: "Acme, Inc.", "Regiment of Foot", "the 5th". */
const JOINT = String.raw`(?: |, (?=(?:Inc|LLC|Ltd|L\.P|LP)\b)| & )`;
const NEXT_WORD = String.raw`(?:${CAP}|&|\d{1,3}(?:st|nd|rd|th))`;
const LINK = '(?:of|for|and|on|de)(?: the)?(?= [A-Z])';
const CLOSING = String.raw`(?: (?:Inc|Corp|Co|Ltd|L\.P|Pty Ltd|S\.A|Bros)\.?)?(?:,? (?:Inc|LLC|Ltd|L\.P|LP)\.?)?`;
const RUN = pattern(
  String.raw`(?<![\w-])(?:U\.S\. |U\.K\. |U\.N\. )?${CAP}(?:${JOINT}${NEXT_WORD}|\.(?=com\b)| ${LINK})*${CLOSING}`,
);
/** Heads before "of": "Ministry of Defence". */
const OF_HEADS = new RegExp(`^(?:${OFFICE_HEADS})$`);
/** A text that does not hold the first word need not be searched for the whole name. */
const BARE_PATTERNS = [...BARE_ORGANISATIONS].map((name) => ({
  kind: organisationKind(name),
  first: name.split(' ')[0]!,
  regex: pattern(`(?<![\\w-])${escapePattern(name)}(?![\\w-])`),
}));
const COMPANY_CONTEXT = pattern(
  `(?<![\\w-])(${CAP}(?: ${CAP}){0,2})(?:(?:, (?:a|an|the) [a-z -]{0,40}\\b(?:company|firm|maker|manufacturer|contractor|start-?up|builder))|[’']s (?:chief executive|CEO|shares|plant|factory|shipyard))`,
);
const ACRONYM = /(?<![\w-])[A-Z][A-Za-z]*[A-Z]{1,}[A-Za-z]*(?![\w-])/g;
const WINNER = String.raw`([A-Z][^,;]{2,60}?(?:,? (?:Inc|LLC|Ltd|L\.P|LP|Corp|Co|Pty Ltd)\.?)?)`;
/** "Acme Corp., Springfield, Ohio, was awarded": who opens a notice of contracts. */
const AWARDED = new RegExp(
  String.raw`^(?:\*\s*)?${WINNER},\*? [A-Z][\w .’'-]+,[^.]{0,200}?\b(?:is|was|has been|were|are|have been) (?:being )?awarded`,
  'g',
);
/** Of three words and what stands between them, in UTF-16 units. */
const THREE_WORDS_MAX = 650;
/** Longer runs of capitals are lists or headlines, not names, in UTF-16 units. */
const NAME_MAX = 500;

/** "U.S. Navy and Mazagon Dock" are two, "Ministry of Electronics and Technology" is one. */
function separate(run: string): { name: string; offset: number }[] {
  const parts: { name: string; offset: number }[] = [];
  let offset = 0;
  for (const joint of run.matchAll(/ (?:and|&) /g)) {
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

const OFFICIAL =
  '(?:Secretary|Minister|Director|Commander|Chief|General|Adviser|Ambassador)(?: of)?';
const CHARGE = '(?:Defen[cs]e|Affairs|Staff|State|War|Army|Navy|Air Force|Treasury|Commerce)';
/** An office within a ministry, or the beginning of an official's title. */
const OFFICE = new RegExp(
  anyOf(
    String.raw`^(?:Acting|Assistant|Deputy|Senior|Additional|Principal|Under|Joint Secretary)\b`,
    String.raw`\b${OFFICIAL}\b.* ${CHARGE}$`,
  ),
);

const OPENERS = anyOf(
  'The|This|In|On|At|With|For|And|But|By|From|As|Both|Its|Their|Our|Under|To|According to|Also',
  'When|While|During|After|A|An|If|That|Since|Through|Today|His|Her',
);
/** What opens a sentence before a name. */
const OPENING = new RegExp(String.raw`^${OPENERS}\s+`);

function trimmed(run: string): string | null {
  let name = run.replace(OPENING, '').replace(/\s+(?:of|for|and|on|the|&|de)\s*$/, '');
  name = name.replace(/^.*[’']s\s+(?=\S)/, '');
  const words = name.split(/\s+/);
  const head = words.findLastIndex((word) =>
    ORGANISATION_HEADS.has(word.toLowerCase().replace(/[.,]$/, '')),
  );
  const firstHead = words.findIndex((word) => OF_HEADS.test(word));
  if (firstHead >= 0 && /^(?:of|for|on)$/.test(words[firstHead + 1] ?? '')) return name;
  if (head < 1 && !(head === 0 && words.length > 2 && /^(?:of|for)$/.test(words[1]))) return null;
  name = words.slice(0, head + 1).join(' ');
  const last = name.split(' ');
  return COUNTRY_BY_FORM.has(name) || last.length < 2 || OFFICE.test(name) ? null : name;
}

type Sort = Pick<Found, 'rule' | 'weight' | 'properties'>;
const organisation = (span: Span, sort: Sort): Found => ({
  start: span.start,
  end: span.end,
  kind: 'Organisation',
  ...sort,
});

/** Where a name, whose words may stand on several lines, lies in the run that it was cut from. */
function placeOf(name: string, run: string, start: number, clean: string): Span {
  const words = name.split(/\s+/);
  const from = start + run.search(new RegExp(words.map(escapePattern).join('\\s+')));
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
    return organisation(placeOf(name, run, start, text.clean), {
      rule: 'head-noun',
      weight,
      properties,
    });
  });
}

const bareOnes = (text: Text): Found[] =>
  BARE_PATTERNS.filter(({ first }) => text.clean.includes(first)).flatMap(({ kind, regex }) =>
    [...matches(text, regex)].map(({ start, match }) =>
      organisation(
        { start, end: start + match[0].length },
        { rule: 'known', weight: 5, properties: { kind } },
      ),
    ),
  );

const acronyms = (text: Text): Found[] =>
  [...matches(text, ACRONYM)].flatMap(({ start, match: [word] }) =>
    word.length >= 3 && word.length <= 8
      ? organisation({ start, end: start + word.length }, { rule: 'acronym', weight: 1 })
      : [],
  );

/** Companies, whose name is the first group of a pattern. */
const companies = (text: Text, regex: RegExp, rule: MentionRule, weight: number): Found[] =>
  [...matches(text, regex)].map(({ start: from, match }) => {
    const start = from + match[0].indexOf(match[1]);
    const span = { start, end: start + match[1].length };
    return organisation(span, { rule, weight, properties: { kind: 'company' } });
  });

/** Organisations by head noun or suffix, by one word, by an acronym, and as opener of a contract notice. */
export const findOrganisations: Finder = (text) => [
  ...byHead(text),
  ...bareOnes(text),
  ...acronyms(text),
  ...companies(text, COMPANY_CONTEXT, 'company-context', 3),
  ...companies(text, AWARDED, 'award', 9),
];
