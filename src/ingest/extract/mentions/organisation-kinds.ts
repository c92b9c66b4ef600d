import { AGENCY_WORDS, COMPANY_WORDS, LEGAL_FORMS, LEGISLATURES } from '../../lexicon/words.ts';

const COMPANY = new RegExp(String.raw`\b(?:${LEGAL_FORMS}|${COMPANY_WORDS})\b`);
const FORCE =
  /\b(?:Army|Navy|Air ?[Ff]orce|Armed Forces|Defen[cs]e Forces?|Marine Corps|Marines|Coast Guard|Space Force|National Guard|Self-Defen[cs]e Forces?|Peshmerga)\b/;
const UNIT =
  /\b(?:Regiment|Brigade|Squadron|Fleet|Division|Battalion|Wing|Command|Air Force Base|Task Force|Garrison|Arsenal)\b/;

const LEGISLATURE = new RegExp(String.raw`\b(?:${LEGISLATURES})\b`);
const AGENCY = new RegExp(String.raw`\b(?:${AGENCY_WORDS})\b`);
const UNION =
  /\b(?:Union|Nations|Organi[sz]ation|Coalition|Quad|Alliance|League|ASEAN|Community|Bank|Forum|EU|UN|G\d+)\b/;
const COMMAND = /\bCommand$/;
const PROCUREMENT =
  /\b(?:Contracting|Systems|Materiel|Sustainment|Acquisition|Logistics|Support)\b/;

/** Groups of states, whose name ends so whatever stands before: "Naval Drone Coalition". */
const COALITION = /\b(?:Coalition|Alliance|League)(?: for \p{Lu}\p{L}+)?$/u;
/** Parties that govern together. */
const GOVERNING =
  /\b(?:Federal|Opposition|Governing|Ruling|Liberal|Conservative|Labou?r) Coalition$/;
/** Movements that fight for a people. */
const MOVEMENT =
  /\b(?:Independence|Liberation|Salvation|Resistance) (?:Organi[sz]ation|Front|Movement|Union|Alliance|Council)$/;
/** Newspapers and broadcasters. */
const PRESS =
  /\b(?:Times|Journal|Herald|Tribune|Gazette|Chronicle|Telegraph|News|Broadcasting|Television|TV)$/;
/** "The Nordby Post", unlike "Border Post". */
const POST = /^(?:The )?(?!Command|Border|Guard|Trading|Military)\p{Lu}\p{Ll}+ Post$/u;
/** Departments that are no ministry: "Police Department". */
const LESSER_DEPARTMENT =
  /\b(?:Police|Fire|Sheriff[’']s|Works|Property|Management|Parks|Health) Department$/;
/** Schools of warfare of a service, unlike the laboratories called "Naval Surface Warfare Center". */
const WARFARE = /^(?!.*\bNaval\b).*\bWarfare (?:Cent(?:re|er)|School)$/;
/** Laboratories of the US Navy, whatever division they are. */
const LABORATORY = /\bNaval (?:Air|Surface|Undersea) Warfare Center\b/;
/** Banks and corporations of a state. */
const STATE_LENDER =
  /\b(?:Development Finance|Millennium Challenge|Export-Import|Export Credit)\b.*\b(?:Bank|Corporation|Agency)\b/;
/** What a head of government leads, unlike "Maritime Administration": "the Holm Administration". */
const LED =
  /^(?!Maritime|Veterans|Customs|Rail|Space|Aviation|Port|Tax|Coast|Federal|National|Civil)\p{Lu}[\p{L}’'-]+ [Aa]dministration$/u;
/** Units that a name of any words may end with. */
const OWN_UNIT = /\b(?:Squadron|Battalion|Regiment|Brigade)$/;
/** "Nordby Research", unlike "Naval Research". */
const RESEARCH =
  /^(?!Naval|Defen[cs]e|Military|Medical|Scientific|Space|Army|Strategic|Operations|Joint)\p{Lu}\p{L}+ Research$/u;
/** Houses of heads of state and government, whose name is that of their office. */
const HOUSE = /^(?:the )?(?:White House|Kremlin|Downing Street|Blue House|[ÉE]lys[ée]e)$/i;
/** Designers of weapons are companies, though a bureau is none. */
const DESIGNER = /\bDesign Bureau\b/;
const FIGHTING_GROUP = /\b(?:Strike|Assault|Battle) Group\b/;
/** Bodies of scholars, whatever words of companies stand before: "American Enterprise Institute". */
const SCHOLARLY = /\b(?:Institute|University|Crisis Group|Think Tank)$/;

export const isScholarly = (name: string): boolean => SCHOLARLY.test(name);

/** "BlackRock", "xAI": hardly anything but a company is written so. */
const MIXED_CASE = /^\p{L}*\p{Ll}\p{Lu}[\p{L}\d]*$/u;

/** Kinds that a name settles: a legislature is no agency, a combatant command no armed force. */
export function settledKind(name: string): string | undefined {
  if (LEGISLATURE.test(name)) return 'other';
  if (HOUSE.test(name)) return 'agency';
  if (DESIGNER.test(name)) return 'company';
  if (LABORATORY.test(name) || STATE_LENDER.test(name)) return 'agency';
  if ([FIGHTING_GROUP, WARFARE, OWN_UNIT].some((unit) => unit.test(name))) return 'military_unit';
  if ([GOVERNING, MOVEMENT, LED].some((other) => other.test(name))) return 'other';
  return COMMAND.test(name) && !PROCUREMENT.test(name) ? 'military_unit' : undefined;
}

export function organisationKind(name: string): string {
  const settled = settledKind(name);
  if (settled) return settled;
  if (/\bNational Security Council$/.test(name)) return 'agency';
  if (
    /^International\b.*\bAgency$|\b(?:Small|Contact|Working|Consultative|Steering|Coordination) Group$|\bSecurity Council$/.test(
      name,
    )
  )
    return 'multilateral';
  if (/\bNational\b.*\b(?:Foundation|Fund)$/.test(name)) return 'agency';
  if (isScholarly(name)) return 'other';
  if (COALITION.test(name)) return 'multilateral';
  if (LESSER_DEPARTMENT.test(name)) return 'agency';
  if ([PRESS, POST, RESEARCH].some((company) => company.test(name))) return 'company';
  if (
    /\b(?:Ministry|Department of|Department|Pentagon|Foreign Office|Treasury)\b/.test(name) &&
    !/University/.test(name)
  )
    return 'ministry';
  if (AGENCY.test(name)) return 'agency';
  if (COMPANY.test(name) || MIXED_CASE.test(name)) return 'company';
  if (UNIT.test(name)) return /Command/.test(name) ? 'agency' : 'military_unit';
  if (FORCE.test(name)) return 'armed_force';
  return UNION.test(name) ? 'multilateral' : 'other';
}
