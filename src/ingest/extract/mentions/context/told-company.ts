import { COMPANY_NOUNS } from '../../../lexicon/words.ts';
import type { Span } from '../../../text/text.ts';
import { CAP } from '../finder.ts';

/** Characters before and behind a name that are looked at. */
const BEFORE = 160;
const BEHIND = 60;

const NOUNS = `(?:${COMPANY_NOUNS})`;
const GIANT = '(?:[a-z]+|AI|tech) giant';
/** "The airline Emirates", "banking giant Nordby". */
const NOUN_BEFORE = new RegExp(String.raw`\b(?:${NOUNS}|${GIANT})(?<!think tank) $`);
const MAKERS =
  '[Cc]ompanies|[Ff]irms|[Cc]ontractors|[Mm]anufacturers|[Ss]tart-?ups|[Aa]irlines|[Ss]uppliers|[Ss]hip(?:builders|yards)|(?:[Cc]ar|[Cc]hip|[Pp]lane)makers';
/** "Companies such as Nordby, Skyfjord and ". */
const LISTED = new RegExp(
  String.raw`\b(?:${MAKERS})(?: such as| like|, including| including|:) (?:${CAP}(?: ${CAP}){0,3}(?:, and |, | and | & )){0,12}$`,
);
/** "The chief executive of ". */
const HEADED =
  /\b(?:CEO|CFO|COO|CTO|[Cc]hief (?:executive|financial|operating)(?: officer)?) (?:of|at) (?:the )?$/;
const MOVED =
  '(?:rose|fell|surged|soared|jumped|climbed|gained|dropped|slid|slipped|sank|plunged|tumbled|slumped|closed|traded|were (?:up|down))';
/** "Skyfjord's shares", "Vellux shares rose". */
const SHARES_BEHIND = new RegExp(
  String.raw`^(?:[’']s? (?:shares|stock|shareholders)\b| (?:shares|stock) ${MOVED}\b)`,
);
/** "Skyfjord CEO", "Nordby-built". */
const OWNED_BEHIND =
  /^(?:(?:[’']s?)? (?:CEO|chief executive|plant|factory|shipyard)\b|-(?:built|made|owned)\b)/;
/** "Shares in ". */
const SHARES_BEFORE = /\b[Ss](?:hares|tock|takes?) (?:in|of) (?:the )?$/;
/** "Nordby, which builds tugs". */
const MAKES_BEHIND = /^, (?:which|that) (?:makes?|builds?|produces?|manufactures?|sells?)\b/;
/** "Nordby, a Danish maker of". */
const NOUN_BEHIND = new RegExp(
  String.raw`^, (?:(?:an?|the|which is an?) [A-Za-z. ,-]{0,40}\b(?:${NOUNS}|maker)(?<!think tank)|maker)\b`,
);

/**
 * Whether the words around one of its names tell that a body is a company, whose name alone does not.
 * @param mentions places of its names
 */
export const isToldCompany = (text: string, mentions: readonly Span[]): boolean =>
  mentions.some(({ start, end }) => {
    const before = text.slice(Math.max(0, start - BEFORE), start);
    const behind = text.slice(end, end + BEHIND);
    return (
      [NOUN_BEFORE, LISTED, HEADED, SHARES_BEFORE].some((told) => told.test(before)) ||
      [SHARES_BEHIND, OWNED_BEHIND, NOUN_BEHIND, MAKES_BEHIND].some((told) => told.test(behind))
    );
  });
