import { REVIEW } from '../compare.ts';
import { partsOf } from '../compare-person.ts';
import { reasonOf } from '../features.ts';
import { surnameShare } from '../names/surname-share.ts';
import type { Unit } from '../unit.ts';

const weightOf = (feature: string, level: string, share?: number): number =>
  reasonOf('Person', feature, level, share === undefined ? {} : { share }).weight;

/** The most that a surname may weigh: another's is as rare or more frequent. */
const surnameWeight = (unit: Unit): number =>
  Math.max(
    ...partsOf(unit).map(({ surname }) => weightOf('surname', 'same', surnameShare(surname))),
  );

/**
 * By what a name of one word may be tied to a full name at all: the surname, which is rare; an office
 * that both hold, as of a frequent one; or nothing. Hundreds are called "Wang" alone in a large graph,
 * and no comparison of any of them with any full name could reach a review.
 */
export function reachOf(unit: Unit): 'surname' | 'office' | 'nothing' {
  const held = unit.offices.length > 0;
  const country = unit.countries.length > 0 ? weightOf('country', 'same') : 0;
  // Who holds no office may be meant as the one holder of that surname.
  const sole = held ? 0 : weightOf('office', 'sole');
  const most = weightOf('prior', 'any') + surnameWeight(unit) + country + sole;
  if (most >= REVIEW) return 'surname';
  return held ? 'office' : 'nothing';
}
