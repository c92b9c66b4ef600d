import { reasonOf, scoreOf } from './features.ts';
import { distance, isForeign, romanised, skeleton, soundsAlike } from './names/romanise.ts';
import { isShortFor, lettersKey, wordsKey } from './systems/acronym.ts';
import { type Called, calledOf, isVersion, versionIn } from './systems/called.ts';
import { type Designation, designationIn } from './systems/designation.ts';
import type { Comparison, Reason, Unit } from './unit.ts';

const reason = reasonOf.bind(null, 'WeaponSystem');

/** A name, and the designation that documents give beside it. */
function calledBy(name: string, given: string | null): Called {
  const called = calledOf(name);
  if (called.designation !== null || given === null) return called;
  return { ...called, designation: designationIn(given, () => true) };
}

const wholeOf = (words: readonly string[]) => words.join('');

function compareDesignation(a: Designation | null, b: Designation | null): Reason[] {
  if (a === null && b === null) return [];
  const seen = { left: a?.text ?? null, right: b?.text ?? null };
  if (a === null || b === null) return [reason('designation', 'missing', seen)];
  if (a.stem !== b.stem) return [reason('designation', 'different', seen)];
  return [reason('designation', a.variant === b.variant ? 'same' : 'variant', seen)];
}

/** Whether two names are transliterations, or differ by one letter. */
function sameSound(a: readonly string[], b: readonly string[], foreign: boolean): boolean {
  if (versionIn(a, false) !== versionIn(b, false)) return false;
  const [x, y] = [wholeOf(a), wholeOf(b)];
  if (x.replace(/\D/g, '') !== y.replace(/\D/g, '')) return false;
  if (foreign) return soundsAlike(x, y, foreign);
  return Math.min(x.length, y.length) >= 6 && skeleton(x) === skeleton(y) && distance(x, y, 1) <= 1;
}

/** A family, or a nickname that several variants share, against one of them. */
function memberLevel(a: Called, b: Called): 'member' | 'variant' | 'same' {
  const [one, other] = [a.designation, b.designation];
  if ((one === null) === (other === null)) return 'same';
  const mark = (one ?? other)!;
  if (mark.ofFamily) return 'member';
  return mark.variant === '' ? 'same' : 'variant';
}

/** The words of a name without the variant that the other has in its designation. */
const withoutVariant = (a: Called, b: Called) =>
  a.designation === null && b.designation !== null && a.words.at(-1) === b.designation.variant
    ? a.words.slice(0, -1)
    : a.words;

function compareWords(a: Called, b: Called, seen: { left: string; right: string }): Reason {
  if (a.whole !== '' && a.whole === b.whole) return reason('name', 'same', seen);
  if ((a.short && isShortFor(a.short, b.long)) || (b.short && isShortFor(b.short, a.long)))
    return reason('name', 'acronym', seen);
  const [x, y] = [withoutVariant(a, b), withoutVariant(b, a)];
  const marked = a.designation !== null || b.designation !== null;
  const [one, other] = [versionIn(x, marked), versionIn(y, marked)];
  const both = one !== '' && other !== '';
  if (one !== other && (both || marked)) return reason('name', 'version', seen);
  if (x.length === 0 || y.length === 0) return reason('name', 'missing', seen);
  const isTold = x.length < a.words.length || y.length < b.words.length;
  if (wholeOf(x) === wholeOf(y)) return reason('name', isTold ? 'same' : memberLevel(a, b), seen);
  if (sameSound(x, y, isForeign(seen.left + seen.right))) return reason('name', 'sound', seen);
  const [long, short] = x.length > y.length ? [x, y] : [y, x];
  const more = long.filter((word) => !short.includes(word));
  const isPart = short.every((word) => long.includes(word));
  return reason('name', isPart && !more.some(isVersion) ? 'contained' : 'different', seen);
}

const OF_VERSIONS = reason('name', 'version').weight;
const isOfVersions = ({ weight }: Reason) => weight === OF_VERSIONS;

function compareCalled(left: string, right: string, a: Unit, b: Unit): Reason[] {
  const [x, y] = [calledBy(left, a.designation), calledBy(right, b.designation)];
  const reasons = compareDesignation(x.designation, y.designation);
  const name = compareWords(x, y, { left, right });
  if (isOfVersions(name)) return [...reasons, name];
  // "F-16 Fighting Falcon" and "F-16 Viper": the designation is enough.
  const [designation] = reasons;
  if (designation && designation.weight > 0 && name.weight < 0) return reasons;
  const told = x.sort !== null && y.sort !== null && x.sort !== y.sort && !designation;
  const sorts = { left: x.sort, right: y.sort };
  return [...reasons, name, ...(told ? [reason('sort', 'different', sorts)] : [])];
}

const NAMES_MAX = 6;

/** Compares two weapon systems by their designations and names. */
export function compareSystems(a: Unit, b: Unit): Comparison {
  let best: Reason[] | null = null;
  let worst: Reason[] | null = null;
  for (const left of a.names.slice(0, NAMES_MAX))
    for (const right of b.names.slice(0, NAMES_MAX)) {
      const reasons = compareCalled(left, right, a, b);
      if (best === null || scoreOf(reasons) > scoreOf(best)) best = reasons;
      const apart = reasons.some(({ feature, weight }) => feature === 'designation' && weight < 0);
      if (apart) worst = reasons;
    }
  // Two designations are two systems, whatever other names they have.
  const reasons = [reason('prior', 'any'), ...(worst ?? best ?? [])];
  return { left: a.id, right: b.id, score: scoreOf(reasons), reasons };
}

/** Block keys: the stem of a designation, the words of a name. */
export function systemKeys({ names, designation }: Unit): string[] {
  const keys = names.slice(0, NAMES_MAX).flatMap((name) => {
    const called = calledBy(name, designation);
    const { short, long } = called;
    return [
      called.designation?.stem ?? '',
      short === null ? '' : lettersKey(short),
      wordsKey(long) ?? '',
      // A capital name may be a designation: "AGNI-5".
      called.whole,
      ...called.words
        .filter((word) => !isVersion(word))
        .map((word) => skeleton(romanised(word)) || word),
    ];
  });
  return [...new Set(keys.filter(Boolean))];
}
