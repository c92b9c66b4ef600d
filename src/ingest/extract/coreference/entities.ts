import type { EntityKind } from '../../../model/kinds.ts';
import { remembered } from '../../../remembered.ts';
import type { Text } from '../../text/text.ts';
import { hasWord } from '../../text/whole-word.ts';
import { isToldCompany } from '../mentions/context/told-company.ts';
import { isScholarly, organisationKind, settledKind } from '../mentions/organisation-kinds.ts';
import type { Values } from '../values/values.ts';
import type { Entity, Mention, Properties } from '../vocabulary.ts';
import { clusterAgreements } from './agreements.ts';
import { propagateAliases } from './aliases.ts';
import { ownBareServices } from './armed-services.ts';
import { clusterSales } from './arms-sales.ts';
import { Cluster } from './cluster.ts';
import type { NamedIn } from './encounters.ts';
import { clusterEvents } from './events.ts';
import { clusterNamed, clusterSystems } from './named.ts';
import { clusterPeople } from './people.ts';

const DESIGNATION =
  /(?<![\w-])[A-Z][A-Za-z/]{0,4}-?\d{1,4}[A-Z]{0,3}\d?[A-Z]{0,2}(?:-\d{1,2})?(?:\/[A-Z])?(?![\w])|^M[Kk][ -]\d{1,3}\b/;
/** A model's number behind its name, for systems whose designation the text does not give: "Nordpil-S1". */
const NUMBERED = /(?<![\w-])\p{Lu}\p{Ll}+-[A-Z]{0,2}\d{1,4}[A-Z]{0,4}(?![\w])/u;

const DESCRIBED: ReadonlySet<EntityKind> = new Set(['Event', 'Agreement', 'ArmsSale']);
/** Contract notices of the US Department of Defense have their own wording. */
const NOTICE = /is the contracting activity/;

/** The people that each sentence names, by full name or surname. */
function peopleNamed(text: Text, groups: readonly Cluster[]): NamedIn {
  const people = groups.map(({ name, mentions }) => {
    const surname = name.split(' ').at(-1)!;
    return { name, surname, sentences: new Set(mentions.map(({ sentence }) => sentence)) };
  });
  return remembered((sentence: number) => {
    const { start, end } = text.sentences[sentence]!;
    const words = text.clean.slice(start, end);
    return people
      .filter(({ sentences, surname }) => sentences.has(sentence) || hasWord(words, surname))
      .map(({ name }) => name);
  });
}

/** The weapon systems that each sentence names. */
function systemsNamed(groups: readonly Cluster[]): NamedIn {
  const named = new Map<number, string[]>();
  for (const { name, mentions } of groups)
    for (const sentence of new Set(mentions.map((mention) => mention.sentence)))
      named.set(sentence, [...(named.get(sentence) ?? []), name]);
  return (sentence) => named.get(sentence) ?? [];
}

/** "Coastal Patrol Helicopter (CPH)": the initials by which a system is known. */
function initialsBehind(clean: string, mentions: readonly Mention[]): string | undefined {
  for (const { text, end } of mentions) {
    const initials = /^\s?\(([A-Z]{2,6})\)/.exec(clean.slice(end, end + 12))?.[1];
    if (initials && initials[0] === text[0] && text.includes(' ')) return initials;
  }
  return undefined;
}

/** Whether the text has these words. */
const isWritten = (clean: string, words: unknown) =>
  typeof words === 'string' && clean.includes(words);

/** Properties of the best named mention, and those that follow from the name. */
function propertiesOf({ clean }: Text, group: Cluster, ordered: readonly Mention[]): Properties {
  const { kind, name, forms } = group;
  const told = ordered.filter(({ properties }) => Object.keys(properties ?? {}).length > 0);
  const best =
    told.find(({ named }) => named) ??
    told.find(({ properties: { kind } = {} }) => kind !== 'other') ??
    told[0] ??
    ordered[0]!;
  const properties: Properties = { ...best.properties };
  if (kind === 'Organisation') {
    if (!properties.kind || properties.kind === 'other') properties.kind = organisationKind(name);
    const settled = settledKind(name);
    if (settled) properties.kind = settled;
    else if (properties.kind === 'other' && !isScholarly(name) && isToldCompany(clean, ordered))
      properties.kind = 'company';
  }
  if (kind === 'Country') properties.iso2 = ordered[0]!.key!;
  if (kind === 'WeaponSystem') {
    const designation =
      ordered.find(({ rule }) => rule === 'designation')?.key ??
      DESIGNATION.exec([name, ...forms].join(' ; '))?.[0];
    if (designation) properties.designation = designation;
    else if (!isWritten(clean, properties.designation)) {
      const numbered = NUMBERED.exec([name, ...forms].join(' ; '))?.[0];
      if (numbered) properties.designation = numbered;
    }
    if (!properties.designation) {
      const initials = initialsBehind(clean, ordered);
      if (initials) properties.designation = initials;
    }
  }
  return properties;
}

function entityOf(text: Text, group: Cluster, index: number): Entity {
  const { kind, name, forms } = group;
  const ordered = group.mentions.sort((a, b) => a.start - b.start);
  const ownName =
    kind === 'Agreement' || kind === 'Event'
      ? ordered.find((mention) => mention.named)?.text
      : undefined;
  return {
    id: `e${index}`,
    kind,
    name: ownName ?? name,
    aliases: [...forms].filter((form) => form !== name),
    unnamed: DESCRIBED.has(kind) && !ordered.some(({ named, rule }) => named || rule === 'alias'),
    properties: propertiesOf(text, group, ordered),
    mentions: ordered,
    background: ordered.find(({ background }) => background)?.background,
  };
}

/** "Non-U.S. Department of Defense partners", "non-NATO ally": what a name behind "non-" is not. */
const NOT_NAMED = /\bnon-(?:U\.?S\.? |United States )?(?:(?:[A-Z][\w.]+ )(?:of )?){0,4}\(?$/i;
const LEADS_TO_NAME = /(?:^|-|-U\.?S\.? |-United States |\()$/i;
/** The longest of such words, in UTF-16 units. */
const NOT_NAMED_WITHIN = 60;
function isNotNamed({ clean }: Text, { start, kind }: Mention): boolean {
  if (kind !== 'Organisation' && kind !== 'Country') return false;
  const before = clean.slice(Math.max(0, start - NOT_NAMED_WITHIN), start);
  return LEADS_TO_NAME.test(before) && NOT_NAMED.test(before);
}

/** Makes the entities of a text by clustering its mentions. */
export function findEntities(text: Text, all: readonly Mention[], values: Values): Entity[] {
  const mentions = all.filter((mention) => !isNotNamed(text, mention));
  const of = (kind: EntityKind) => mentions.filter((mention) => mention.kind === kind);
  const people = clusterPeople(of('Person'));
  const systems = clusterSystems(of('WeaponSystem'));
  const notice = NOTICE.test(text.clean);
  const described = (kind: EntityKind, clusters: readonly Mention[][]) =>
    clusters.map((cluster) => {
      const group = new Cluster(kind, cluster[0]!.text);
      for (const mention of cluster) group.add(mention);
      return group;
    });
  const groups: Cluster[] = [
    ...people,
    ...clusterNamed('Organisation', ownBareServices(text, of('Organisation'), of('Country'))),
    ...clusterNamed('Country', of('Country')),
    ...clusterNamed('Place', of('Place')),
    ...systems,
    ...described('Agreement', clusterAgreements(text, of('Agreement'), notice)),
    ...described('Event', clusterEvents(text, of('Event'), peopleNamed(text, people))),
    ...described(
      'ArmsSale',
      clusterSales(text, values, of('ArmsSale'), systemsNamed(systems), notice),
    ),
  ];
  propagateAliases(text, groups, [...mentions]);
  return groups
    .filter((group) => group.mentions.length > 0)
    .map((group, index) => entityOf(text, group, index));
}
