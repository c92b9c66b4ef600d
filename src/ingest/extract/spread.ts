import type { Group } from './group.ts';
import { SUFFIX } from './group-named.ts';
import { type Mention, overlap, sentenceAt, type Text } from './terms.ts';

const RELATION_OF_NAME = /^(?:al|bin|von|van|de)$/i;

const initialsOf = (name: string) =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^[A-Z]/.test(word))
    .map((word) => word[0])
    .join('');

export const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Surnames, bracketed acronyms, nicknames and company stems, wherever else they stand. */
export function spread(text: Text, groups: Group[], taken: Mention[]) {
  const forms = new Map<string, Group | null>();
  const offer = (form: string, group: Group) =>
    forms.set(form, forms.has(form) && forms.get(form) !== group ? null : group);
  for (const group of groups) {
    const first = group.mentions.reduce((a, b) => (a.start < b.start ? a : b));
    if (group.mentions.every((mention) => mention.by === 'shape')) continue;
    if (group.kind === 'Person') {
      const words = group.name.replace(/,? Jr\.?$/, '').split(' ');
      if (words.length > 1 && words.at(-1)!.length > 2)
        offer(words.slice(RELATION_OF_NAME.test(words.at(-2)!) ? -2 : -1).join(' '), group);
    } else if (group.kind === 'Place') {
      if (group.mentions.some(({ by }) => /^(?:town|preposition|capital|geography)$/.test(by)))
        for (const form of group.forms)
          if (form.length > 3 && !form.includes(' ')) offer(form, group);
    } else if (group.kind !== 'Country') {
      const after = text.clean.slice(first.end, first.end + 24);
      const acronym = /^\s+\((?:[“"‘]|the\s)?([A-Z][A-Za-z-]{1,9})[”"’]?\)/.exec(after)?.[1];
      if (acronym && (acronym.length < 7 || initialsOf(group.name).includes(acronym)))
        offer(acronym, group);
      if (
        group.kind === 'Organisation' &&
        group.mentions.some((mention) => mention.properties?.kind === 'company')
      ) {
        const short = first.text.replace(SUFFIX, '').replace(SUFFIX, '');
        if (short !== first.text && short.length > 2) offer(short, group);
      }
      if (group.kind === 'WeaponSystem')
        for (const part of first.text.split(' '))
          if (part.length > 3 && first.by === 'designation') offer(part, group);
    }
  }
  for (const [form, group] of forms) {
    if (!group) continue;
    const regex = new RegExp(`(?<![\\w-])${escapePattern(form)}(?![\\w])`, 'g');
    for (const match of text.clean.matchAll(regex)) {
      const span = { start: match.index, end: match.index + form.length };
      const clash = taken.find((mention) => overlap(mention, span) > 0);
      if (clash && !(clash.by === 'acronym' || clash.by === 'preposition' || clash.by === 'shape'))
        continue;
      // "Rajnath Singh" is not the Rajesh Singh whose surname he bears.
      if (clash?.kind === 'Person' && group.kind === 'Person' && clash.text !== form) continue;
      const sentence = sentenceAt(text, span);
      if (!sentence) continue;
      if (clash)
        for (const other of groups)
          other.mentions = other.mentions.filter((mention) => mention !== clash);
      const mention: Mention = {
        ...span,
        kind: group.kind,
        text: form,
        by: 'alias',
        sentence: sentence.index,
      };
      group.add(mention);
      taken.push(mention);
    }
  }
}
