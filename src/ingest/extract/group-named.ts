import { COUNTRY_BY_CODE } from './countries.ts';
import { Group } from './group.ts';
import { keyOf } from './key.ts';
import type { Kind, Mention } from './terms.ts';
import { maySame, type Variant, variantOf } from './weapon-variants.ts';

/** What companies are called by law, and leave out in speech. */
export const SUFFIX =
  /,?\s+(?:Inc|Corp|Corporation|Ltd|Limited|LLC|L\.P|LP|Co|Company|plc|PLC|GmbH|AG|AB|SA|Group|Pty Ltd)\.?$/;

const stem = (kind: Kind, mention: Mention): string => {
  if (mention.standsFor) return stem(kind, mention.standsFor);
  if (kind === 'Country') return mention.key ?? mention.text;
  if (mention.by.startsWith('lexicon') && mention.name) return keyOf(mention.name);
  if (kind === 'Organisation') return keyOf(mention.text.replace(SUFFIX, '').replace(SUFFIX, ''));
  return keyOf(mention.text).replace(/s$/, '');
};

/** By the lexicon's name or a name inside the name, each model for itself. */
export function groupSystems(mentions: Mention[]): Group[] {
  const groups: { group: Group; key: string; variants: Variant[] }[] = [];
  const ordered = [...mentions].sort((a, b) => b.text.length - a.text.length || a.start - b.start);
  for (const mention of ordered) {
    const key = stem('WeaponSystem', mention);
    const words = ` ${keyOf(mention.text)} `;
    const variant = variantOf(mention.text);
    const fits = groups.filter(
      (one) =>
        (one.key === key ||
          [...one.group.forms].some((form) => ` ${keyOf(form)} `.includes(words))) &&
        one.variants.every((other) => maySame(other, variant)),
    );
    const same =
      fits.find(({ variants }) => variants.some((other) => other.model === variant.model)) ??
      fits[0];
    if (same) {
      same.group.add(mention);
      same.variants.push(variant);
    } else {
      const group = new Group('WeaponSystem', mention.text);
      group.add(mention);
      groups.push({ group, key, variants: [variant] });
    }
  }
  return groups.map(({ group }) => group);
}

export function groupNamed(kind: Kind, mentions: Mention[]): Group[] {
  const groups = new Map<string, Group>();
  const ordered = [...mentions].sort((a, b) => b.text.length - a.text.length || a.start - b.start);
  for (const mention of ordered) {
    const key = stem(kind, mention);
    const found =
      groups.get(key) ??
      (kind === 'Organisation' && key.length > 4
        ? [...groups].find(
            ([other]) => other.startsWith(`${key} `) && !/^(?:head-noun|lexicon)$/.test(mention.by),
          )?.[1]
        : undefined);
    const group =
      found ??
      new Group(
        kind,
        kind === 'Country'
          ? (COUNTRY_BY_CODE.get(key)?.name ?? mention.text)
          : (mention.standsFor ?? mention).text,
      );
    if (!groups.has(key)) groups.set(key, group);
    group.add(mention);
  }
  return [...new Set(groups.values())];
}
