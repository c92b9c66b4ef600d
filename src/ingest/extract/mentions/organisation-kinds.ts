export const KNOWN: Record<string, string> = {
  Army: 'armed_force',
  Navy: 'armed_force',
  'Air Force': 'armed_force',
  'Marine Corps': 'armed_force',
  'Coast Guard': 'armed_force',
  'National Guard': 'armed_force',
  'State Department': 'ministry',
  'Treasury Department': 'ministry',
  'Defense Department': 'ministry',
  Coalition: 'multilateral',
  NATO: 'multilateral',
  EU: 'multilateral',
  'European Union': 'multilateral',
  UN: 'multilateral',
  'United Nations': 'multilateral',
  'U.N.': 'multilateral',
  ASEAN: 'multilateral',
  Quad: 'multilateral',
  G7: 'multilateral',
  G20: 'multilateral',
  AUKUS: '',
  IAEA: 'multilateral',
  ISIL: 'other',
  ISIS: 'other',
  'Da’esh': 'other',
  DSCA: 'agency',
  DRDO: 'agency',
  Pentagon: 'ministry',
  Kremlin: 'other',
  Congress: 'other',
  Parliament: 'other',
  Boeing: 'company',
  Raytheon: 'company',
  Airbus: 'company',
  Saab: 'company',
  Rheinmetall: 'company',
  Thales: 'company',
  Leonardo: 'company',
  'Lockheed Martin': 'company',
  'Northrop Grumman': 'company',
  'General Dynamics': 'company',
  'General Atomics': 'company',
  'General Electric': 'company',
  'BAE Systems': 'company',
  Embraer: 'company',
  Hanwha: 'company',
  Rosoboronexport: 'company',
  Rostec: 'company',
  Google: 'company',
  HAL: 'company',
  'Rolls-Royce': 'company',
  MBDA: 'company',
  Sikorsky: 'company',
  RTX: 'company',
  'White House': 'other',
};
const COMPANY =
  /\b(?:Inc|Corp|Corporation|Ltd|Limited|LLC|L\.?P|Co|Company|Companies|Group|Industries|Aerospace|Technologies|Systems|Dynamics|Holdings|GmbH|PLC|plc|AG|SA|SpA|AB|Pty|Solutions|Electronics|Shipyards?|Shipbuilding|Motors|Airlines|Airways|Aeronautics|Aviation|Enterprises?|Energy|Engineering)\b/;
const FORCE =
  /\b(?:Army|Navy|Air Force|Armed Forces|Defen[cs]e Forces?|Marine Corps|Marines|Coast Guard|Space Force|National Guard|Self-Defen[cs]e Forces?|Peshmerga)\b/;
const UNIT =
  /\b(?:Regiment|Brigade|Squadron|Fleet|Division|Battalion|Wing|Command|Air Force Base|Task Force|Garrison|Arsenal)\b/;

const LEGISLATURE =
  /\b(?:Senate|Congress|Parliament|Duma|Bundestag|Storting|Knesset|Lok Sabha|Rajya Sabha|Legislative Yuan|National Assembly|House of|House (?:\w+ ){1,3}Committee|Senate (?:\w+ ){1,3}Committee)\b/;
const COMMAND = /\bCommand$/;
const PROCUREMENT =
  /\b(?:Contracting|Systems|Materiel|Sustainment|Acquisition|Logistics|Support)\b/;

/** A legislature is no agency and a combatant command no force of its own, whatever a lexicon calls them. */
export function settledKind(name: string): string | undefined {
  if (LEGISLATURE.test(name)) return 'other';
  return COMMAND.test(name) && !PROCUREMENT.test(name) ? 'military_unit' : undefined;
}

export function organisationKind(name: string): string {
  const settled = settledKind(name);
  if (settled) return settled;
  if (KNOWN[name]) return KNOWN[name];
  if (/^International\b.*\bAgency$|^(?:Small|Contact|Working) Group$/.test(name))
    return 'multilateral';
  if (/\bNational\b.*\b(?:Foundation|Fund)$/.test(name)) return 'agency';
  if (
    /\b(?:Ministry|Department of|Department|Pentagon|Foreign Office|Treasury)\b/.test(name) &&
    !/University/.test(name)
  )
    return 'ministry';
  if (
    /\b(?:Agency|Administration|Directorate|Bureau|Contracting|Authority|Commission|Office|Sustainment|Acquisition|Systems Command|Service|Contracting Command|Air Systems Command|Laboratory)\b/.test(
      name,
    )
  )
    return 'agency';
  if (COMPANY.test(name)) return 'company';
  if (UNIT.test(name)) return /Command/.test(name) ? 'agency' : 'military_unit';
  if (FORCE.test(name)) return 'armed_force';
  if (
    /\b(?:Union|Nations|Organi[sz]ation|Coalition|Quad|Alliance|League|ASEAN|Community|Bank|Forum|G\d+)\b/.test(
      name,
    )
  )
    return 'multilateral';
  return 'other';
}
