import { COUNTRY_BY_CODE } from './countries.ts';
import { organisationKind } from './find-organisations.ts';
import { groupHappenings } from './happenings.ts';
import { keyOf } from './key.ts';
import {
  type Entity,
  type Kind,
  type Mention,
  overlap,
  type Properties,
  type Text,
} from './terms.ts';

const SUFFIX =
  /,?\s+(?:Inc|Corp|Corporation|Ltd|Limited|LLC|L\.P|LP|Co|Company|plc|PLC|GmbH|AG|AB|SA|Group|Pty Ltd)\.?$/;
const RELATION_OF_NAME = /^(?:al|bin|von|van|de)$/i;

const initialsOf = (name: string) =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^[A-Z]/.test(word))
    .map((word) => word[0])
    .join('');

const DESIGNATION = /(?<![\w-])[A-Z][A-Za-z/]{0,4}-?\d{1,4}[A-Z]{0,3}\d?(?:-\d{1,2})?(?![\w])/;
const SHORT: Record<string, string> = {
  Joe: 'Joseph',
  Tony: 'Antony',
  Bob: 'Robert',
  Bill: 'William',
  Jim: 'James',
  Mike: 'Michael',
  Tom: 'Thomas',
  Ben: 'Benjamin',
  Benny: 'Benjamin',
  Dan: 'Daniel',
  Dave: 'David',
  Steve: 'Steven',
  Ed: 'Edward',
};
const sameGiven = (a: string, b: string) =>
  a === b ||
  SHORT[a] === b ||
  SHORT[b] === a ||
  (Math.min(a.length, b.length) === 1 && a[0] === b[0]);

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

class Group {
  mentions: Mention[] = [];
  forms = new Set<string>();
  kind: Kind;
  name: string;

  constructor(kind: Kind, name: string) {
    this.kind = kind;
    this.name = name;
  }
  add(mention: Mention, form = mention.text) {
    this.mentions.push(mention);
    if (!mention.reference) this.forms.add(form);
  }
}

/** Full names first; a lone surname belongs to the one person who bears it, to nobody when two do. */
function groupPeople(mentions: Mention[]): Group[] {
  const groups: Group[] = [];
  const words = (text: string) =>
    text
      .replace(/\./g, '')
      .split(' ')
      .filter((word) => word.length > 1);
  const full = mentions.filter((mention) => words(mention.text).length > 1);
  for (const mention of full) {
    const mine = words(mention.text);
    const same = groups.find((group) => {
      const theirs = words(group.name);
      const bothEnd =
        mine.at(-1) === theirs.at(-1) ||
        mine.at(-1)!.replace(/^Jr$/, mine.at(-2)!) === theirs.at(-1);
      return (
        bothEnd && (sameGiven(mine[0], theirs[0]) || mine.every((word) => theirs.includes(word)))
      );
    });
    if (same) {
      same.add(mention);
      if (mine.length > words(same.name).length) same.name = mention.text;
    } else {
      const group = new Group('Person', mention.text);
      group.add(mention);
      groups.push(group);
    }
  }
  for (const mention of mentions.filter((one) => !full.includes(one))) {
    const bearers = groups.filter(
      (group) =>
        words(group.name).some(
          (word, index) => word === mention.text && (index > 0 || words(group.name).length === 1),
        ) || group.name === mention.text,
    );
    if (bearers.length === 1) bearers[0].add(mention);
    else if (bearers.length === 0) {
      const group = new Group('Person', mention.text);
      group.add(mention);
      groups.push(group);
    }
  }
  return groups;
}

const stem = (kind: Kind, mention: Mention) => {
  if (kind === 'Country') return mention.key ?? mention.text;
  if (mention.by.startsWith('lexicon') && mention.name) return keyOf(mention.name);
  if (kind === 'Organisation') return keyOf(mention.text.replace(SUFFIX, '').replace(SUFFIX, ''));
  return keyOf(mention.text).replace(/s$/, '');
};

function groupNamed(kind: Kind, mentions: Mention[]): Group[] {
  const groups = new Map<string, Group>();
  const ordered = [...mentions].sort((a, b) => b.text.length - a.text.length || a.start - b.start);
  for (const mention of ordered) {
    const key = stem(kind, mention);
    const found =
      groups.get(key) ??
      (kind === 'WeaponSystem'
        ? [...groups.values()].find((group) =>
            [...group.forms].some((form) => ` ${keyOf(form)} `.includes(` ${key} `)),
          )
        : undefined) ??
      (kind === 'Organisation' && key.length > 4
        ? [...groups].find(
            ([other]) => other.startsWith(`${key} `) && mention.by !== 'head-noun',
          )?.[1]
        : undefined);
    const group =
      found ??
      new Group(
        kind,
        kind === 'Country' ? (COUNTRY_BY_CODE.get(key)?.name ?? mention.text) : mention.text,
      );
    if (!groups.has(key)) groups.set(key, group);
    group.add(mention);
  }
  return [...new Set(groups.values())];
}

/** Surnames, bracketed acronyms, nicknames and company stems, wherever else they stand. */
function spread(text: Text, groups: Group[], taken: Mention[]) {
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
    } else if (group.kind !== 'Country' && group.kind !== 'Place') {
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
      const sentence = text.sentences.find((one) => overlap(one, span) > 0);
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

export function findEntities(text: Text, mentions: Mention[]): Entity[] {
  const of = (kind: Kind) => mentions.filter((mention) => mention.kind === kind);
  const groups: Group[] = groupPeople(of('Person'));
  const people = groups.map(({ name, mentions: own }) => {
    const surname = name.split(' ').at(-1)!;
    const named = new RegExp(`(?<![\\p{L}-])${escapePattern(surname)}(?![\\p{L}-])`, 'u');
    return { name, surname, named, sentences: new Set(own.map(({ sentence }) => sentence)) };
  });
  const peopleIn = (sentence: number) => {
    const { start, end } = text.sentences[sentence];
    const words = text.clean.slice(start, end);
    return people
      .filter(
        ({ sentences, surname, named }) =>
          sentences.has(sentence) || (words.includes(surname) && named.test(words)),
      )
      .map(({ name }) => name);
  };
  for (const kind of ['Organisation', 'Country', 'WeaponSystem', 'Place'] as Kind[])
    groups.push(...groupNamed(kind, of(kind)));
  for (const kind of ['Agreement', 'Event', 'ArmsSale'] as Kind[]) {
    for (const gathered of groupHappenings(kind, of(kind), text, peopleIn)) {
      const group = new Group(kind, gathered[0].text);
      gathered.forEach((mention) => group.add(mention));
      groups.push(group);
    }
  }
  spread(text, groups, [...mentions]);
  return groups
    .filter((group) => group.mentions.length)
    .map((group, index) => {
      const ordered = group.mentions.sort((a, b) => a.start - b.start);
      const unnamed =
        (group.kind === 'Event' || group.kind === 'Agreement' || group.kind === 'ArmsSale') &&
        !ordered.some((mention) => /named|lexicon|alias/.test(mention.by));
      const best =
        ordered.find((mention) => mention.properties && Object.keys(mention.properties).length) ??
        ordered[0];
      const properties: Properties = { ...best.properties };
      if (group.kind === 'Organisation' && (!properties.kind || properties.kind === 'other'))
        properties.kind = organisationKind(group.name);
      if (group.kind === 'Country') properties.iso2 = ordered[0].key!;
      const designation =
        ordered.find((mention) => mention.by === 'designation')?.key ??
        DESIGNATION.exec([group.name, ...group.forms].join(' ; '))?.[0];
      if (designation && group.kind === 'WeaponSystem') properties.designation = designation;
      const named =
        group.kind === 'Agreement' || group.kind === 'Event'
          ? ordered.find((mention) => /named|lexicon/.test(mention.by))?.text
          : undefined;
      return {
        id: `e${index}`,
        kind: group.kind,
        name: named ?? group.name,
        aliases: [...group.forms].filter((form) => form !== group.name),
        unnamed,
        properties,
        mentions: ordered,
      };
    });
}
