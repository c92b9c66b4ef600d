import { addTo } from '../../../grouped.ts';
import type { EntityKind } from '../../../model/kinds.ts';
import { COUNTRY_BY_CODE } from '../../lexicon/countries.ts';
import { keyOf } from '../../lexicon/name-key.ts';
import type { Mention } from '../vocabulary.ts';
import { Cluster } from './cluster.ts';
import { isSameModel, maySame, type Variant, variantOf } from './weapon-variants.ts';

/** Legal forms, which texts leave out when they repeat a company's name. */
export const SUFFIX =
  /,?\s+(?:Inc|Corp|Corporation|Ltd|Limited|LLC|L\.P|LP|Co|Company|plc|PLC|GmbH|AG|AB|SA|Group|Pty Ltd)\.?$/;

const isListed = ({ rule, name }: Mention) =>
  (rule === 'lexicon' || rule === 'lexicon?') && name !== undefined;

const stem = (kind: EntityKind, mention: Mention): string => {
  if (mention.standsFor) return stem(kind, mention.standsFor);
  if (kind === 'Country') return mention.key ?? mention.text;
  if (isListed(mention)) return keyOf(mention.name!);
  if (kind === 'Organisation') return keyOf(mention.text.replace(SUFFIX, '').replace(SUFFIX, ''));
  return keyOf(mention.text).replace(/s$/, '');
};

interface System {
  readonly group: Cluster;
  readonly key: string;
  /** Distinct variants and forms, so that repeated mentions are compared once. */
  readonly variants: Map<string, Variant>;
  readonly forms: Map<string, string>;
}

const asWords = (form: string) => ` ${keyOf(form)} `;

/** Systems of a document, indexed by the words of their forms. */
class Systems {
  readonly all: System[] = [];
  private readonly byKey = new Map<string, number[]>();
  private readonly byWord = new Map<string, Set<number>>();

  add(number: number, mention: Mention, words: string, variant: Variant): void {
    const { group, variants, forms } = this.all[number]!;
    group.add(mention);
    variants.set(`${variant.model} ${variant.mark}`, variant);
    if (mention.reference || forms.has(mention.text)) return;
    forms.set(mention.text, words);
    for (const word of words.split(' ')) {
      const known = this.byWord.get(word);
      if (known) known.add(number);
      else this.byWord.set(word, new Set([number]));
    }
  }

  open(key: string, name: string): number {
    const group = new Cluster('WeaponSystem', name);
    const number = this.all.push({ group, key, variants: new Map(), forms: new Map() }) - 1;
    addTo(this.byKey, key, number);
    return number;
  }

  /** Numbers of the systems with this key or with a form that contains these words, ascending. */
  named(key: string, words: string): number[] {
    const rarest = words
      .trim()
      .split(' ')
      .map((word) => this.byWord.get(word) ?? new Set<number>())
      .sort((a, b) => a.size - b.size)[0]!;
    const holding = [...rarest].filter((number) =>
      [...this.all[number]!.forms.values()].some((form) => form.includes(words)),
    );
    return [...new Set([...(this.byKey.get(key) ?? []), ...holding])].sort((a, b) => a - b);
  }
}

/** Clusters systems by lexicon name, or where one name contains the other; models stay apart. */
export function clusterSystems(mentions: Mention[]): Cluster[] {
  const systems = new Systems();
  const ordered = [...mentions].sort((a, b) => b.text.length - a.text.length || a.start - b.start);
  for (const mention of ordered) {
    const key = stem('WeaponSystem', mention);
    const words = asWords(mention.text);
    const variant = variantOf(mention.text);
    const variantsOf = (number: number) => [...systems.all[number]!.variants.values()];
    const fits = systems.named(key, words).filter((number) => {
      const same = isListed(mention) && systems.all[number]!.key === key ? isSameModel : maySame;
      return variantsOf(number).every((other) => same(other, variant));
    });
    const same =
      fits.find((number) => variantsOf(number).some(({ model }) => model === variant.model)) ??
      fits[0] ??
      systems.open(key, mention.text);
    systems.add(same, mention, words, variant);
  }
  return systems.all.map(({ group }) => group);
}

/** A service is no short name of a body within it: "Air Force" of "Air Force Research Laboratory". */
const SERVICE =
  /^(?:army|navy|air force|armed forces|coast guard|marine corps|marines|space force|defen[cs]e)$/;

const ACRONYM = /^\p{Lu}{2,6}$/u;
/** Bodies within an alliance, which its name alone does not mean: "NATO Military Committee". */
const BODY_WITHIN =
  / (?:groups?|committee|council|command|division|assembly|office|agency|department|mission|branch|secretariat)$/;

/** A company is not the one that has its name: "Vestmark" and "Vestmark Port Services". */
const SUBSIDIARY =
  / \S+ (?:systems|services|technologies|solutions|ventures|capital|international)$/;

/** A party is no short name of its government: "Labour" of "Labour Government". */
const GOVERNS = /^ (?:government|administration|opposition)$/;

/** The initials of a name's capitalised words: `FWA` of "Fjord Waters Agency". */
export const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^[A-Z]/.test(word))
    .map((word) => word[0])
    .join('');
/** Shorter initials are those of too many names. */
const INITIALS_MIN = 3;
const isAcronym = ({ rule, text }: Mention) =>
  (rule === 'acronym' || rule === 'encoder') && text.length >= INITIALS_MIN && ACRONYM.test(text);

export function clusterNamed(kind: EntityKind, mentions: Mention[]): Cluster[] {
  const groups = new Map<string, Cluster>();
  const byInitials = new Map<string, Cluster[]>();
  /** The only body that an acronym may stand for. */
  const spelledOut = (mention: Mention): Cluster | undefined => {
    const all = isAcronym(mention) ? (byInitials.get(mention.text) ?? []) : [];
    return all.length === 1 ? all[0] : undefined;
  };
  const ordered = [...mentions].sort((a, b) => b.text.length - a.text.length || a.start - b.start);
  for (const mention of ordered) {
    const key = stem(kind, mention);
    const found =
      groups.get(key) ??
      spelledOut(mention) ??
      (kind === 'Organisation' && key.length > 4 && !SERVICE.test(key)
        ? [...groups].find(
            ([other]) =>
              other.startsWith(`${key} `) &&
              !GOVERNS.test(other.slice(key.length)) &&
              !(!key.includes(' ') && SUBSIDIARY.test(other.slice(key.length))) &&
              !(ACRONYM.test(mention.text) && BODY_WITHIN.test(other)) &&
              mention.rule !== 'head-noun' &&
              mention.rule !== 'lexicon',
          )?.[1]
        : undefined);
    const group =
      found ??
      new Cluster(
        kind,
        kind === 'Country'
          ? (COUNTRY_BY_CODE.get(key)?.name ?? mention.text)
          : (mention.standsFor ?? mention).text,
      );
    if (!groups.has(key)) groups.set(key, group);
    if (!found && kind === 'Organisation') addTo(byInitials, initialsOf(group.name), group);
    group.add(mention);
  }
  return [...new Set(groups.values())];
}
