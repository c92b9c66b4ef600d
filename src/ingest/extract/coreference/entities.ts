import type { EntityKind } from '../../../model/kinds.ts';
import type { Text } from '../../text/text.ts';
import { organisationKind, settledKind } from '../mentions/organisation-kinds.ts';
import type { Entity, Mention, Properties } from '../vocabulary.ts';
import { escapePattern, spread } from './aliases.ts';
import { ownBareServices } from './armed-services.ts';
import { Group } from './cluster.ts';
import { groupHappenings } from './happenings.ts';
import { groupNamed, groupSystems } from './named.ts';
import { groupPeople } from './people.ts';

const DESIGNATION = /(?<![\w-])[A-Z][A-Za-z/]{0,4}-?\d{1,4}[A-Z]{0,3}\d?(?:-\d{1,2})?(?![\w])/;

export function findEntities(text: Text, mentions: Mention[]): Entity[] {
  const of = (kind: EntityKind) => mentions.filter((mention) => mention.kind === kind);
  const groups: Group[] = groupPeople(of('Person'));
  const people = groups.map(({ name, mentions: own }) => {
    const surname = name.split(' ').at(-1)!;
    const whole = new RegExp(`(?<![\\p{L}-])${escapePattern(surname)}(?![\\p{L}-])`, 'u');
    return { name, surname, whole, sentences: new Set(own.map(({ sentence }) => sentence)) };
  });
  const peopleKnown = new Map<number, string[]>();
  const peopleIn = (sentence: number) => {
    const known = peopleKnown.get(sentence);
    if (known) return known;
    const { start, end } = text.sentences[sentence];
    const words = text.clean.slice(start, end);
    const named = people
      .filter(
        ({ sentences, surname, whole }) =>
          sentences.has(sentence) || (words.includes(surname) && whole.test(words)),
      )
      .map(({ name }) => name);
    peopleKnown.set(sentence, named);
    return named;
  };
  const organisations = ownBareServices(text, of('Organisation'), of('Country'));
  groups.push(...groupNamed('Organisation', organisations));
  for (const kind of ['Country', 'Place'] as EntityKind[])
    groups.push(...groupNamed(kind, of(kind)));
  groups.push(...groupSystems(of('WeaponSystem')));
  const systems = groups.filter(({ kind }) => kind === 'WeaponSystem');
  const systemsKnown = new Map<number, string[]>();
  for (const { name, mentions: own } of systems)
    for (const sentence of new Set(own.map((mention) => mention.sentence)))
      systemsKnown.set(sentence, [...(systemsKnown.get(sentence) ?? []), name]);
  const systemsIn = (sentence: number) => systemsKnown.get(sentence) ?? [];
  for (const kind of ['Agreement', 'Event', 'ArmsSale'] as EntityKind[]) {
    for (const gathered of groupHappenings(kind, of(kind), text, peopleIn, systemsIn)) {
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
        !ordered.some((mention) => mention.named || mention.rule === 'alias');
      const told = ordered.filter(({ properties }) => Object.keys(properties ?? {}).length > 0);
      const best = told.find(({ named }) => named) ?? told[0] ?? ordered[0];
      const properties: Properties = { ...best.properties };
      if (group.kind === 'Organisation' && (!properties.kind || properties.kind === 'other'))
        properties.kind = organisationKind(group.name);
      const settled = group.kind === 'Organisation' ? settledKind(group.name) : undefined;
      if (settled) properties.kind = settled;
      if (group.kind === 'Country') properties.iso2 = ordered[0].key!;
      const designation =
        ordered.find((mention) => mention.rule === 'designation')?.key ??
        DESIGNATION.exec([group.name, ...group.forms].join(' ; '))?.[0];
      if (designation && group.kind === 'WeaponSystem') properties.designation = designation;
      const named =
        group.kind === 'Agreement' || group.kind === 'Event'
          ? ordered.find((mention) => mention.named)?.text
          : undefined;
      return {
        id: `e${index}`,
        kind: group.kind,
        name: named ?? group.name,
        aliases: [...group.forms].filter((form) => form !== group.name),
        unnamed,
        properties,
        mentions: ordered,
        background: ordered.find(({ background }) => background)?.background,
      };
    });
}
