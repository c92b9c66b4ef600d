import type { ExtractedEntity, ExtractedStatement, Extraction } from '../../model/extraction.ts';

const NAMES_MAX = 3;

function list(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_MAX);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

const KINDS: Readonly<Record<string, string>> = {
  mou: 'Memorandum',
  joint_statement: 'Joint statement',
  trade_deal: 'Trade deal',
  other: 'Agreement',
};
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

interface Agreed {
  /** Names of the states and organisations that are parties. */
  readonly bound: readonly string[];
  readonly signers: readonly string[];
  readonly subjects: readonly string[];
}

/** "Contract between Saab and Colombia for Gripen E"; a sole party follows "of". */
function describeAgreement(
  { name, properties }: ExtractedEntity,
  { bound, signers, subjects }: Agreed,
): string {
  const kind = String(properties.kind ?? 'other');
  const what = KINDS[kind] ?? capital(kind);
  const subject = subjects.length > 0 ? ` for ${list(subjects)}` : '';
  if (bound.length > 1) return `${what} between ${list(bound)}${subject}`;
  if (bound.length === 0 && signers.length === 0)
    return subject ? `${what}${subject}` : capital(name);
  const of = bound.length > 0 ? ` of ${list(bound)}` : '';
  const by = signers.length > 0 ? ` signed by ${list(signers)}` : '';
  return `${what}${of}${subject}${by}`;
}

/** A name for an unnamed entity: "Meeting of Rajnath Singh and Pete Hegseth in Kuala Lumpur". */
export function describe(entity: ExtractedEntity, { entities, statements }: Extraction): string {
  const names = new Map(entities.map(({ key, name }) => [key, name]));
  const kinds = new Map(entities.map(({ name, kind }) => [name, kind]));
  const isPerson = (name: string) => kinds.get(name) === 'Person';
  const holds = (test: (one: ExtractedStatement) => string | null | false) => [
    ...new Set(statements.flatMap((one) => names.get(test(one) || '') ?? [])),
  ];
  const to = (type: string) =>
    holds((one) => one.type === type && one.subject === entity.key && one.object);
  const from = (type: string) =>
    holds((one) => one.type === type && one.object === entity.key && one.subject);
  const value = (property: string) =>
    statements.find((one) => one.subject === entity.key && one.property === property);

  if (entity.kind === 'ArmsSale') {
    const [items, buyers] = [to('INCLUDES'), to('SOLD_TO')];
    if (items.length === 0 && buyers.length === 0 && !value('value')) return entity.name;
    return `Sale of ${items.length > 0 ? list(items) : 'arms'}${buyers.length > 0 ? ` to ${list(buyers)}` : ''}`;
  }
  if (entity.kind === 'Event') {
    const participants = from('PARTICIPATED_IN');
    const places = to('HELD_IN');
    if (participants.length === 0 && places.length === 0) return capital(entity.name);
    const kind = capital(String(entity.properties.kind ?? 'event').replace('other', 'event'));
    return `${kind}${participants.length > 0 ? ` of ${list(participants)}` : ''}${places.length > 0 ? ` in ${list(places.slice(0, 1))}` : ''}`;
  }
  return describeAgreement(entity, {
    bound: [...new Set([...from('PARTY_TO'), ...from('SIGNED')])].filter((name) => !isPerson(name)),
    signers: from('SIGNED').filter(isPerson),
    subjects: to('CONCERNS').filter((name) => kinds.get(name) === 'WeaponSystem'),
  });
}
