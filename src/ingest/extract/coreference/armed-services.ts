import { COUNTRY_BY_CODE, COUNTRY_BY_FORM } from '../../lexicon/countries.ts';
import { keyOf } from '../../lexicon/name-key.ts';
import { before, type Text } from '../../text/text.ts';
import type { Mention } from '../vocabulary.ts';

/** Names that every state's service has, used where its country is clear. */
export const BARE = /^(?:Army|Navy|Air Force|Armed Forces|Coast Guard|Marine Corps|Marines)$/;
/** How many sentences back a service may be named in full. */
const RECENT_SENTENCES = 3;
/** Words between a country and the service within one title: "US Secretary of the Army". */
const TITLE_BETWEEN = /^ (?:[A-Z][\w.-]*,? ){0,4}(?:of|for) the $/;

/** The country of a full name: `ES` of "Spanish Navy". */
export function countryOf(name: string): string | undefined {
  const words = name.split(' ');
  for (let count = words.length - 1; count > 0; count--) {
    const country = COUNTRY_BY_FORM.get(words.slice(0, count).join(' '));
    if (country) return country.iso2;
  }
  return undefined;
}

/** Whether no country is mentioned more often than this one. */
function isMainCountry(code: string, countries: readonly Mention[]): boolean {
  const counts = new Map<string, number>();
  for (const { key = '' } of countries) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()].every((count) => count <= (counts.get(code) ?? 0));
}

const isOf = (service: string, mention: Mention) =>
  mention.text !== service && keyOf(mention.name ?? mention.text).endsWith(` ${keyOf(service)}`);

/** The services of one bare name, such as "Navy", in a document. */
interface Service {
  /** Mentions of its full names. */
  readonly named: readonly Mention[];
  /** The first mention of each form. */
  readonly byForm: ReadonlyMap<string, Mention>;
  /** Whether the only full name is that of the main country; null where there are several. */
  readonly isMain: boolean | null;
}

function readService(
  service: string,
  organisations: readonly Mention[],
  countries: readonly Mention[],
): Service {
  const named = organisations.filter((other) => isOf(service, other));
  const forms = new Set(named.map((other) => keyOf(other.name ?? other.text)));
  const byForm = new Map<string, Mention>();
  for (const one of named) if (!byForm.has(one.text)) byForm.set(one.text, one);
  if (forms.size !== 1) return { named, byForm, isMain: null };
  const whose = countryOf(named[0]!.text);
  return { named, byForm, isMain: whose === undefined || isMainCountry(whose, countries) };
}

/** Longest title, in UTF-16 units. */
const TITLE_MAX = 500;

/** The country in the title that ends with this service: "US Secretary of the Army". */
function titleOwner(
  { clean }: Text,
  countries: readonly Mention[],
  { start }: Mention,
): Mention | undefined {
  for (let at = before(countries, start) - 1; at >= 0; at--) {
    const country = countries[at]!;
    if (start - country.start > TITLE_MAX) return undefined;
    if (country.end <= start && TITLE_BETWEEN.test(clean.slice(country.end, start))) return country;
  }
  return undefined;
}

/**
 * Assigns bare services to countries: "the Army" in a text about two states belongs to one of them.
 * A bare service takes the country in its own title, or the service last named in full. An
 * ambiguous one is dropped, because a wrong owner would merge two organisations.
 * @param organisations mentions of organisations
 * @param countries mentions of countries
 * @returns the mentions of organisations, bare ones with `standsFor`
 */
export function ownBareServices(
  text: Text,
  organisations: readonly Mention[],
  countries: readonly Mention[],
): Mention[] {
  const services = new Map<string, Service>();
  const serviceOf = (name: string) => {
    const known = services.get(name) ?? readService(name, organisations, countries);
    services.set(name, known);
    return known;
  };
  return organisations.flatMap((mention) => {
    if (!BARE.test(mention.text)) return [mention];
    const ahead = text.clean.slice(Math.max(0, mention.start - 10), mention.start);
    const behind = text.clean.slice(mention.end, mention.end + 8);
    // "Chief of Army Staff" is an office.
    if (/\bof (?:the )?$/.test(ahead) && /^ Staff\b/.test(behind)) return [];
    // "Pakistan, whose Air Force": not the service named before.
    if (/\bwhose $/.test(ahead)) return [];
    const { named, byForm, isMain } = serviceOf(mention.text);
    const standsFor = (other: Mention) => [{ ...mention, standsFor: other }];
    const owner = titleOwner(text, countries, mention);
    const titled = owner?.key && COUNTRY_BY_CODE.get(owner.key);
    if (owner && titled) {
      const name = `${owner.text} ${mention.text}`;
      const own = [...byForm.values()].find((other) => other.text.startsWith(owner.text));
      return standsFor(own ?? { ...mention, text: name, name });
    }
    if (named.length === 0) return [mention];
    if (isMain !== null) return isMain ? standsFor(named[0]!) : [];
    const last = named.findLast(
      (other) =>
        other.start < mention.start && mention.sentence - other.sentence <= RECENT_SENTENCES,
    );
    return last ? standsFor(last) : [];
  });
}
