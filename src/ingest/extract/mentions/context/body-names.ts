import { COUNTRY_BY_FORM } from '../../../lexicon/countries.ts';
import { patternOf } from '../../../lexicon/word-list.ts';
import {
  BODIES_OF,
  OFFICE_HEADS,
  ORGANISATION_HEADS,
  TITLE_NOUNS,
} from '../../../lexicon/words.ts';
import type { Span, Text } from '../../../text/text.ts';

/** Words that begin a name: "Ministry of", "Institute for". */
const OF_HEADS = new RegExp(`^(?:${OFFICE_HEADS})$`);
/** The beginning of an office within a ministry, or of an official's title. */
const OFFICE_BEFORE =
  /^(?:Acting|Assistant|Deputy|Senior|Additional|Principal|Under|Joint Secretary)\b/;
const OFFICER = /\b(?:Secretary|Minister|Director|Commander|Chief|General|Adviser|Ambassador)\b/;
const PORTFOLIO_BEHIND =
  /.\s(?:Defen[cs]e|Affairs|Staff|State|War|Army|Navy|Air Force|Treasury|Commerce)$/;
const isOffice = (name: string) => {
  const officer = OFFICER.exec(name);
  const behind = officer ? name.slice(officer.index + officer[0].length) : '';
  return OFFICE_BEFORE.test(name) || PORTFOLIO_BEHIND.test(`.${behind}`);
};

/** An office before the name of a body: "President of The Asia Group". */
const OFFICE_OF = new RegExp(
  `^(?:[A-Z][\\w-]* ){0,2}?(?:${patternOf('organisations/offices-of')}) (?:of|at) (?:[Tt]he )?(?=\\S+ \\S)`,
);
/** "Charles Lister of the Middle East Institute": a person's name before a body. */
const SOMEBODY_OF = /^([A-Z][a-z]+) ([A-Z][a-z]+) of the (?=[A-Z])/;
const isSomebody = (run: string) => {
  const [, given = '', surname = ''] = SOMEBODY_OF.exec(run) ?? [];
  return (
    surname !== '' &&
    ![given, surname].some(
      (word) =>
        ORGANISATION_HEADS.has(word.toLowerCase()) || OF_HEADS.test(word) || BODIES_OF.has(word),
    )
  );
};
const RUN_OPENING = new RegExp(`^(?:${patternOf('organisations/run-openings')})\\s+`);

/** "US Defense Secretary": the defence of a state, before the noun of an office, is no body. */
const isMinister = (words: readonly string[], head: number) =>
  /^defen[cs]e$/i.test(words[head]!) &&
  COUNTRY_BY_FORM.has(words.slice(0, head).join(' ')) &&
  TITLE_NOUNS.has((words[head + 1] ?? '').toLowerCase().replace(/[.,]$/, ''));

/** The name of a body within a run of capitalised words; null where there is none. */
export function trimmed(run: string): string | null {
  let name = run.replace(RUN_OPENING, '').replace(/\s+(?:of|for|and|on|the|&|de)\s*$/, '');
  name = name.replace(/^.*[’']s\s+(?=\S)/, '').replace(/\s+/g, ' ');
  const office = name.replace(OFFICE_OF, '');
  if (office !== name && ORGANISATION_HEADS.has(office.split(' ').at(-1)!.toLowerCase()))
    name = office;
  if (isSomebody(name)) name = name.replace(SOMEBODY_OF, '');
  const words = name.split(/\s+/);
  const head = words.findLastIndex((word) =>
    ORGANISATION_HEADS.has(word.toLowerCase().replace(/[.,]$/, '')),
  );
  const leads = words.some(
    (word, at) =>
      OF_HEADS.test(word) &&
      (word === 'House' ? /^of$/ : /^(?:of|for|on)$/).test(words[at + 1] ?? ''),
  );
  if (leads) return name;
  if (head < 1 && !(head === 0 && words.length > 2 && /^(?:of|for)$/.test(words[1]))) return null;
  if (isMinister(words, head)) return null;
  name = words.slice(0, head + 1).join(' ');
  const last = name.split(' ');
  const isState = COUNTRY_BY_FORM.has(name) || COUNTRY_BY_FORM.has(last.slice(-2).join(' '));
  return isState || last.length < 2 || isOffice(name) ? null : name;
}

/** "Carrier Strike Group 2", "9th Infantry Division": units whose names include a number. */
const NUMBERED =
  /(?:Group|Squadron|Wing|Division|Brigade|Regiment|Battalion|Fleet|Corps|Unit|Force)$/;
const NUMBER_BEHIND = /^ \d{1,4}(?![\w%]|[.,]\d)/;
const NUMBER_BEFORE = /(?<![\w$€£.,-])(?:No\. )?\d{1,4}(?:st|nd|rd|th)? $/;
const NUMBER_MAX = 12;

/** The span of a unit's name with its number. */
export function withNumber({ clean }: Text, { start, end }: Span, name: string): Span {
  if (!NUMBERED.test(name)) return { start, end };
  const behind = NUMBER_BEHIND.exec(clean.slice(end, end + NUMBER_MAX));
  const before = NUMBER_BEFORE.exec(clean.slice(Math.max(0, start - NUMBER_MAX), start));
  return { start: start - (before?.[0].length ?? 0), end: end + (behind?.[0].length ?? 0) };
}
