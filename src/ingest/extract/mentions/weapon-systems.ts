import { COUNTRY_BY_FORM } from '../../lexicon/countries.ts';
import { ORGANISATION_HEADS, WEAPON_CLASS } from '../../lexicon/words.ts';
import { CURRENCY_CODE } from '../values/currencies.ts';
import { CAP, type Finder, type Found, matches, pattern } from './finder.ts';

const WORD = String.raw`\p{Lu}\p{L}+`;
const DESIGNATION = pattern(
  String.raw`(?<![\w/.$-])(?:(?:[A-Z][a-z]?[A-Z]{0,3}|[A-Z]{1,2}/[A-Z]{1,3})-?\d{1,4}(?:[A-Z]{1,4}\d?|[a-z]{1,3})?(?:-\d{1,3}[A-Z]?\d?)?(?:/[A-Z\d](?:[A-Z\d-]{0,4}))?|[A-Z]{2,5}-[A-Z]?\d{1,3}[A-Z]?|Mk-? ?\d{1,3}(?: Mod \d)?|Su-\d{2}[A-Z]{0,3}|MiG-\d{2}[A-Z]?)(?![\w-])((?: (?:[A-Z][a-z]+(?:-[A-Z][a-z]+)?|I{1,3}|IV|[A-Z]-?\d))*)`,
);
const SHIP = pattern(
  String.raw`(?<![\w-])(?:INS|HMS|USS|BRP|JS|KRI|ROKS|HMAS|HMCS|PNS|TCG|FS|ITS|BNS|SLNS|RSS|HNoMS|HSwMS) ${CAP}(?: (?:of )?${CAP})?`,
);
/** "Kalvari-class" alone, where no kind of ship follows. */
const CLASS = pattern(String.raw`(?<![\w-])(?:${WORD} )?${WORD}-class(?![\w-])`, 'gu');
/** Years, quarters, bodies, decisions, roads, bills: letters and a number that no weapon is called by. */
const NOT_A_SYSTEM =
  /^(?:FY-?\d|HR-?\d|H[12]$|I-\d{2,3}$|UNSCR|G-?\d{1,2}$|G77|COVID|CO2|H1N1|Q[1-4]$|AI-?\d|CVE|UNSC|B2B|M23|C\d{2,}$|CY|P5|E3$|EU27|5G|6G|R-(?:Texas|[A-Z])|L3$|H4x|STA|MOD\d|CLIN|NDAA|ISO|COP\d|SDG|M-?&)/;
const CLASSED = pattern(
  String.raw`(?<![\w-])((?:${CAP}|[A-Z]\d+)(?:[ -](?:${CAP}|\d{1,3}|I{1,3}|of))?(?: ${CAP})?(?:[ -](?:\d{1,4}[A-Z]?|I{1,3}|IV))?)[-\s]+(${WEAPON_CLASS})\b`,
);
/** "Flight MH17" is no helicopter. */
const FLIGHT = /\b[Ff]lights? $/;
const GENERIC =
  /^(?:US-origin|Fiscal|Russian-made|US-made|American-made|Electronically|Scanned|Target|Trade|Authorization|Mod|The|This|These|Those|Its|Their|Our|His|In|On|For|And|Of|With|New|Other|All|Some|Several|Two|Three|Four|Five|Six|Ten|First|Air|Army|Navy|Naval|Marine|Defense|Defence|Military|Missile|Command|Weapon|Weapons|Security|Surface|Guided|Ground|Global|Advanced|Integrated|Modern|Strategic|National|Fire|Control|Combat|Tactical|Training|Information|Communications?|Support|Foreign|Major|Additional|Unmanned|Uncrewed|Joint|Light|Medium|Heavy|Nuclear|Electronic|Radar|Launch|Engine|Space|Both|More|Many|A|An|As|At|By|To|From|Such|Long|Short|High|Low|Multiple|Multi|Maritime|Coast|State|Government|Western|European|Non|Anti|NATO|That|Boeing|Lockheed|Raytheon|When|While|Most|Each|Under|Total|Small|Large|Common|Digital|Mission|Main|Special|Commercial|Financial|Power|Health|Legal|Cyber|AI|IT|Allied|Fleet|Navy’s|Army’s)$/;
const COMPANIES =
  /^(?:Lockheed|Boeing|Raytheon|Northrop|Saab|BAE|Airbus|Dassault|Thales|Leonardo|Rafael|Elbit|Kongsberg|Rheinmetall|Textron|Sikorsky|Bell|Embraer|General|HAL|DRDO)$/;

/** Weapon systems by designation ("AGM-114R Hellfire") or by a name before a class noun ("Giraffe 1X radar"). */
export const findSystems: Finder = (text) => {
  const found: Found[] = [];
  for (const { start, match } of matches(text, DESIGNATION)) {
    // "F-16s" are several F-16; the plural is no part of the name.
    const head = match[0].slice(0, match[0].length - match[1].length).replace(/(?<=[\dA-Z])s$/, '');
    if (CURRENCY_CODE.test(head) || FLIGHT.test(text.clean.slice(Math.max(0, start - 8), start)))
      continue;
    if (NOT_A_SYSTEM.test(head) || (/^[A-Z]\d$/.test(head) && !match[1])) continue;
    if (
      /^(?:of\s)?(?:\s*[-–]\d{2}-[A-Z])/.test(
        text.clean.slice(start + head.length, start + head.length + 8),
      )
    )
      continue;
    const nickname = match[1].trim().split(/\s+/).filter(Boolean);
    const keep: string[] = [];
    for (const word of nickname) {
      if (
        GENERIC.test(word) ||
        ORGANISATION_HEADS.has(word.toLowerCase()) ||
        COUNTRY_BY_FORM.has(word) ||
        /^(?:Block|Lot|Program|Contract|Fighting|Attack|Original|Equipment|Active|Electronically|Flare|Close|Close-In|Engine|Full|Rate|Production|Follow|Integrated|Software|Hardware|Depot|Repair|Spare|Sustainment|Logistics)$/.test(
          word,
        ) ||
        keep.length === 3
      )
        break;
      keep.push(word);
    }
    let end = start + head.length;
    for (const word of keep) end = text.clean.indexOf(word, end) + word.length;
    found.push({ start, end, kind: 'WeaponSystem', rule: 'designation', key: head, weight: 7 });
  }
  for (const [regex, rule] of [
    [SHIP, 'ship'],
    [CLASS, 'class'],
  ] as const)
    for (const { start, match } of matches(text, regex))
      found.push({ start, end: start + match[0].length, kind: 'WeaponSystem', rule, weight: 6 });
  for (const { start, match } of matches(text, CLASSED)) {
    const name = match[1].replace(/\s+/g, ' ');
    const words = name.split(' ');
    let skip = 0;
    while (
      words.length &&
      (GENERIC.test(words[0].replace(/[’']s$/, '')) ||
        COUNTRY_BY_FORM.has(words[0]) ||
        COMPANIES.test(words[0]) ||
        /[’']s$/.test(words[0]))
    )
      skip += words.shift()!.length + 1;
    if (
      !words.length ||
      GENERIC.test(words.at(-1)!) ||
      COUNTRY_BY_FORM.has(words.join(' ')) ||
      ORGANISATION_HEADS.has(words.at(-1)!.toLowerCase())
    )
      continue;
    const last = text.clean.indexOf(words.at(-1)!, start + skip) + words.at(-1)!.length;
    found.push({
      start: text.clean.indexOf(words[0], start + skip),
      end: last,
      kind: 'WeaponSystem',
      rule: 'class-noun',
      weight: /systems?$|vehicles?$|vessels?$|ships?$|kits?$|carriers?$/.test(match[2]) ? 3 : 5,
    });
  }
  return found;
};
