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

/** A name for what has none: "Meeting of Rajnath Singh and Pete Hegseth in Kuala Lumpur". */
export function describe(entity: ExtractedEntity, { entities, statements }: Extraction): string {
  const names = new Map(entities.map(({ key, name }) => [key, name]));
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
    const [items, buyers, sum] = [to('INCLUDES'), to('SOLD_TO'), value('value')];
    const worth = sum?.properties.valueText ? ` (${sum.properties.valueText})` : '';
    if (items.length === 0 && buyers.length === 0 && worth === '') return entity.name;
    return `Sale of ${items.length > 0 ? list(items) : 'arms'}${buyers.length > 0 ? ` to ${list(buyers)}` : ''}${worth}`;
  }
  if (entity.kind === 'Event') {
    const participants = from('PARTICIPATED_IN');
    const places = to('HELD_IN');
    if (participants.length === 0 && places.length === 0) return capital(entity.name);
    const kind = capital(String(entity.properties.kind ?? 'event').replace('other', 'event'));
    return `${kind}${participants.length > 0 ? ` of ${list(participants)}` : ''}${places.length > 0 ? ` in ${list(places.slice(0, 1))}` : ''}`;
  }
  const parties = [...new Set([...from('PARTY_TO'), ...from('SIGNED')])];
  if (parties.length === 0) return capital(entity.name);
  const kind = String(entity.properties.kind ?? 'other');
  return `${KINDS[kind] ?? capital(kind)} between ${list(parties)}`;
}
