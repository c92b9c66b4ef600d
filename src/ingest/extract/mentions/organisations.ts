import { COUNTRY_BY_FORM } from '../../lexicon/countries.ts';
import { ORGANISATION_HEADS } from '../../lexicon/words.ts';
import { CAP, type Finder, type Found, matches, pattern } from './finder.ts';
import { KNOWN, organisationKind } from './organisation-kinds.ts';

const RUN = pattern(
  String.raw`(?<![\w-])(?:U\.S\. |U\.K\. |U\.N\. )?${CAP}(?:(?: |, (?=(?:Inc|LLC|Ltd|L\.P|LP)\b)| & )(?:${CAP}|&|\d{1,3}(?:st|nd|rd|th))|\.(?=com\b)| (?:of|for|and|on|de)(?: the)?(?= [A-Z]))*(?: (?:Inc|Corp|Co|Ltd|L\.P|Pty Ltd|S\.A|Bros)\.?)?(?:,? (?:Inc|LLC|Ltd|L\.P|LP)\.?)?`,
);
const OF_HEADS =
  /^(?:Ministry|Department|Office|Bureau|Council|University|Institute|Academy|School|Committee|House|Board|Embassy|Government|Government|Directorate|Centre|Center|Secretariat|Association|Organization|Organisation|Union|League|Bank|Commission|Chamber|College|Parliament|State Department)$/;
/** A text that does not hold the first word need not be searched for the whole name. */
const KNOWN_PATTERNS = Object.entries(KNOWN).flatMap(([name, kind]) =>
  kind
    ? {
        kind,
        first: name.split(' ')[0]!,
        regex: pattern(`(?<![\\w-])${name.replace(/\./g, '\\.')}(?![\\w-])`),
      }
    : [],
);
const COMPANY_CONTEXT = pattern(
  `(?<![\\w-])(${CAP}(?: ${CAP}){0,2})(?:(?:, (?:a|an|the) [a-z -]{0,40}\\b(?:company|firm|maker|manufacturer|contractor|start-?up|builder))|[’']s (?:chief executive|CEO|shares|plant|factory|shipyard))`,
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

/** An office within a ministry, or the beginning of an official's title. */
const OFFICE =
  /^(?:Acting|Assistant|Deputy|Senior|Additional|Principal|Under|Joint Secretary)\b|\b(?:Secretary|Minister|Director|Commander|Chief|General|Adviser|Ambassador)(?: of)?\b.* (?:Defen[cs]e|Affairs|Staff|State|War|Army|Navy|Air Force|Treasury|Commerce)$/;

function trimmed(run: string): string | null {
  let name = run
    .replace(
      /^(?:The|This|In|On|At|With|For|And|But|By|From|As|Both|Its|Their|Our|Under|To|According to|Also|When|While|During|After|A|An|If|That|Since|Through|Today|His|Her)\s+/,
      '',
    )
    .replace(/\s+(?:of|for|and|on|the|&|de)\s*$/, '');
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

/** Organisations by head noun or suffix, by a bracketed acronym, by a short list of known names, and as opener of a contract notice. */
export const findOrganisations: Finder = (text) => {
  const found: Found[] = [];
  for (const { start: at, match } of matches(text, RUN))
    for (const part of separate(match[0])) {
      const start = at + part.offset;
      if (part.name.length > NAME_MAX) {
        text.cut.add(`names of more than ${NAME_MAX} characters are left out`);
        continue;
      }
      const name = trimmed(part.name);
      if (!name) continue;
      const words = name.split(/\s+/);
      const from =
        start +
        part.name.search(
          new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')),
        );
      let end = from;
      for (const word of words) end = text.clean.indexOf(word, end) + word.length;
      if (text.clean[end] === '.' && /(?:Inc|Corp|Co|Ltd|L\.P)$/.test(name)) end++;
      found.push({
        start: from,
        end,
        kind: 'Organisation',
        rule: 'head-noun',
        weight: 4 + Math.min(2, words.length / 4),
        properties: { kind: organisationKind(name) },
      });
    }
  for (const { kind, first, regex } of KNOWN_PATTERNS) {
    if (!text.clean.includes(first)) continue;
    for (const { start, match } of matches(text, regex))
      found.push({
        start,
        end: start + match[0].length,
        kind: 'Organisation',
        rule: 'known',
        weight: 5,
        properties: { kind },
      });
  }
  for (const { start, match } of matches(
    text,
    /(?<![\w-])[A-Z][A-Za-z]*[A-Z]{1,}[A-Za-z]*(?![\w-])/g,
  ))
    if (match[0].length >= 3 && match[0].length <= 8)
      found.push({
        start,
        end: start + match[0].length,
        kind: 'Organisation',
        rule: 'acronym',
        weight: 1,
      });
  for (const { start, match } of matches(text, COMPANY_CONTEXT))
    found.push({
      start,
      end: start + match[1].length,
      kind: 'Organisation',
      rule: 'company-context',
      weight: 3,
      properties: { kind: 'company' },
    });
  for (const { start, match } of matches(
    text,
    /^(?:\*\s*)?([A-Z][^,;]{2,60}?(?:,? (?:Inc|LLC|Ltd|L\.P|LP|Corp|Co|Pty Ltd)\.?)?),\*? [A-Z][\w .’'-]+,[^.]{0,200}?\b(?:is|was|has been|were|are|have been) (?:being )?awarded/g,
  ))
    found.push({
      start: start + match[0].indexOf(match[1]),
      end: start + match[0].indexOf(match[1]) + match[1].length,
      kind: 'Organisation',
      rule: 'award',
      weight: 9,
      properties: { kind: 'company' },
    });
  return found;
};
