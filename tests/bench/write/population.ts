import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Prepared } from '../../../src/ingest/write/prepare.ts';
import type { ExtractedEntity, ExtractedStatement } from '../../../src/model/extraction.ts';
import { ROOT } from '../../../src/root.ts';
import { dice } from '../../graph/random-graph.ts';
import { entityTold, preparedTold, SPAN } from '../../ingest/told-parts.ts';

/** Entities that one document names. */
export const OF_A_DOCUMENT = 20;

const COUNTRIES =
  'US IN GB FR DE JP KR AU CA IT ES PL UA TR IL EG SA AE BR MX AR ZA NG KE PK BD VN TH PH ID'.split(
    ' ',
  );
const OFFICES = [
  'Minister of Defence',
  'Foreign Minister',
  'President',
  'Prime Minister',
  'Ambassador',
  'Chief of Staff',
  'Secretary',
  'Senator',
  'General',
  'Spokesperson',
];
const BODIES = [
  'Ministry of Defence',
  'Ministry of Foreign Affairs',
  'Army',
  'Navy',
  'Air Force',
  'Coast Guard',
  'Space Agency',
  'Customs Service',
];
const FIRMS = [
  'Dynamics',
  'Aerospace',
  'Systems',
  'Shipyards',
  'Industries',
  'Electronics',
  'Institute',
  'Foundation',
];
const SYLLABLES =
  'ka ro vel min dor sha ter lin bo gra zen pol mir tas hul ven ost bri cal dun fer gor hal jor kel lom'.split(
    ' ',
  );

const capital = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

interface Names {
  /** Names with their shares of the world, the cumulated ones. */
  readonly surname: readonly (readonly [number, string])[];
  readonly given: readonly (readonly [number, string])[];
}

/** The names that the program knows to be frequent, which most people of the news do not have. */
function readNames(): Names {
  const names = { surname: [] as [number, string][], given: [] as [number, string][] };
  const total = { surname: 0, given: 0 };
  const rows = readFileSync(path.join(ROOT, 'data/identity/name-shares.csv'), 'utf8').split('\n');
  for (const row of rows) {
    const [part, share, all] = row.split(',') as ['surname' | 'given', string, string | undefined];
    if (part !== 'surname' && part !== 'given') continue;
    for (const name of all!.split(' ')) {
      total[part] += Number(share) / 4;
      names[part].push([total[part], capital(name)]);
    }
  }
  return names;
}

/**
 * Documents that name so many entities: people by full names, spellings, initials and surnames alone,
 * half of them in an office; bodies by country and by name; systems by designation. About a third is
 * named again and again, as the few are whom news are about.
 */
export function* populated(entities: number, seed = 11): Generator<Prepared> {
  const roll = dice(seed);
  const names = readNames();
  const rare = (syllables: number) =>
    capital(Array.from({ length: syllables }, () => roll.pick(SYLLABLES)).join(''));
  const share = () => roll.below(1_000_000) / 1_000_000;
  const named = (part: 'surname' | 'given') => {
    const at = share();
    return names[part].find(([upTo]) => at < upTo)?.[1] ?? rare(part === 'given' ? 2 : 3);
  };
  const known: { given: string; surname: string; country: string; title: string }[] = [];
  const person = () => {
    const again = known.length > 200 && roll.chance(0.35);
    const one = again
      ? known[Math.floor(known.length * share() ** 3)]!
      : {
          given: named('given'),
          surname: named('surname'),
          country: roll.pick(COUNTRIES),
          title: roll.pick(OFFICES),
        };
    if (!again) known.push(one);
    const { given, surname } = one;
    const middle = `${roll.pick([...'ABCDEFGHJKLMNPRSTW'])}.`;
    const spelt = roll.pick([0, 0, 0, 0, 1, 2, 3, 4]);
    const name = [
      `${given} ${surname}`,
      `${given.charAt(0)}. ${surname}`,
      `${given} ${middle} ${surname}`,
      surname,
      `${given} ${surname.replace(/v/g, 'w')}`,
    ][spelt]!;
    return { ...one, name };
  };
  const system = () =>
    `${roll.pick(['AB', 'KX', 'MQ', 'RT', 'SU', 'TP'])}-${10 + roll.below(900)}${roll.chance(0.5) ? roll.pick([...'ABCDE']) : ''}`;

  const told = (place: number): Prepared => {
    const day = `${2014 + roll.below(12)}-${String(1 + roll.below(12)).padStart(2, '0')}-${String(1 + roll.below(28)).padStart(2, '0')}`;
    const countries = new Map<string, ExtractedEntity>();
    const found: ExtractedEntity[] = [];
    const statements: ExtractedStatement[] = [];
    const add = (
      kind: ExtractedEntity['kind'],
      name: string,
      properties: ExtractedEntity['properties'] = {},
    ) => {
      const entity = entityTold(`e${found.length}`, kind, name, properties);
      found.push(entity);
      return entity;
    };
    for (let at = 0; at < OF_A_DOCUMENT; at++) {
      const kind = share();
      if (kind > 0.92) add('WeaponSystem', system());
      else if (kind > 0.55) {
        const isNational = roll.chance(0.4);
        add(
          'Organisation',
          isNational ? roll.pick(BODIES) : `${rare(3)} ${roll.pick(FIRMS)}`,
          isNational ? { country: roll.pick(COUNTRIES) } : {},
        );
      } else {
        const { name, country, title } = person();
        const who = add('Person', name);
        if (roll.chance(0.5)) continue;
        const of =
          countries.get(country) ??
          entityTold(`c${country}`, 'Country', country, { iso2: country });
        countries.set(country, of);
        statements.push({
          ...{
            type: 'HOLDS_POSITION',
            subject: who.key,
            object: of.key,
            property: null,
            value: null,
          },
          ...{
            properties: { title },
            quote: SPAN,
            confidence: 0.9,
            modality: 'asserted',
            attribution: null,
          },
          spans: { subject: { start: at, end: at + 1 }, object: { start: at, end: at + 2 } },
        });
      }
    }
    const source = `population-${seed}-${place}`;
    const document = {
      id: `document:${source}`,
      source,
      raw: source,
      title: null,
      url: null,
      publisher: null,
      publishedOn: day,
      language: 'en',
    };
    return preparedTold(document, [...found, ...countries.values()], statements);
  };
  for (let place = 0; place < entities / OF_A_DOCUMENT; place++) yield told(place);
}

/** The same documents as a list. */
export const population = (entities: number, seed?: number): Prepared[] => [
  ...populated(entities, seed),
];
