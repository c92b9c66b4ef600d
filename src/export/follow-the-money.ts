import { prefixOf } from '../model/ids.ts';
import type { ExportedEntity, ExportedGraph, ExportedRelationship } from './graph.ts';
import { present } from './present.ts';

type Values = Readonly<Record<string, readonly (string | number | null | undefined)[]>>;

/** Schemas of organisations by kind; any other is an Organization. */
const ORGANISATIONS: Readonly<Record<string, string>> = {
  company: 'Company',
  ministry: 'PublicBody',
  agency: 'PublicBody',
  armed_force: 'PublicBody',
  military_unit: 'PublicBody',
};

type Own = Readonly<Record<string, string | number>>;

/** The nearest FollowTheMoney schema of each kind, and the values it has for it. */
const SCHEMATA: Readonly<Record<string, (own: Own) => readonly [schema: string, values: Values]>> =
  {
    Person: () => ['Person', {}],
    Organisation: ({ kind, country }) => [
      ORGANISATIONS[String(kind)] ?? 'Organization',
      { country: [codeOf(country)] },
    ],
    // States employ, buy and sign, which only organisations can in FollowTheMoney.
    Country: ({ iso2 }) => ['PublicBody', { country: [codeOf(iso2)] }],
    Agreement: ({ kind, signedOn }) => ['Contract', { type: [kind], contractDate: [signedOn] }],
    WeaponSystem: ({ kind, designation }) => ['Asset', { keywords: [kind], alias: [designation] }],
    ArmsSale: ({ value, currency, stage, approvedOn, contractedOn }) => [
      'Contract',
      {
        amount: [value],
        currency: [currency],
        type: [stage],
        contractDate: [contractedOn ?? approvedOn],
      },
    ],
    Event: ({ kind, startsOn, endsOn }) => [
      'Event',
      { keywords: [kind], startDate: [startsOn], endDate: [endsOn] },
    ],
    Place: () => ['Territory', {}],
  };

const codeOf = (iso2: string | number | undefined) =>
  iso2 === undefined ? null : String(iso2).toLowerCase();

/** FollowTheMoney drops references to ids that hold a colon, and with them every link. */
const idOf = (id: string): string => id.replace(':', '.');

function line(id: string, schema: string, values: Values): string {
  const properties = Object.entries(values).flatMap(([name, all]) => {
    const texts = [...new Set(all.filter((value) => value != null).map(String))];
    return texts.length > 0 ? [[name, texts] as const] : [];
  });
  return `${JSON.stringify({ id: idOf(id), schema, properties: Object.fromEntries(properties) })}\n`;
}

function entityLine({ id, kind, name, aliases, properties }: ExportedEntity): string {
  const [schema, values] = SCHEMATA[kind]!(present(properties));
  const title: Values = schema === 'Contract' ? { title: [name] } : {};
  return line(id, schema, {
    name: [name],
    ...title,
    ...values,
    alias: [...aliases, ...(values.alias ?? [])],
  });
}

const PERSON = prefixOf('Person');

/** The names of a relationship's ends in FollowTheMoney; other types become a link with a role. */
function endsOf({ type, properties, ...ends }: ExportedRelationship) {
  const [source, target] = [idOf(ends.source), idOf(ends.target)];
  const { title, from, to, on, since } = present(properties);
  if (type === 'HOLDS_POSITION' && ends.source.startsWith(PERSON))
    return [
      'Employment',
      { employee: [source], employer: [target], role: [title], startDate: [from], endDate: [to] },
    ] as const;
  if (type === 'PART_OF')
    return ['Membership', { member: [source], organization: [target] }] as const;
  if (type === 'SOLD_BY')
    return ['ContractAward', { contract: [source], supplier: [target] }] as const;
  return [
    'UnknownLink',
    {
      subject: [source],
      object: [target],
      role: [type.toLowerCase().replaceAll('_', ' ')],
      date: [on],
      startDate: [since],
    },
  ] as const;
}

/** Most quotes and addresses of one link. */
const PROOFS_MAX = 10;

function relationshipLine(relationship: ExportedRelationship): string {
  const [schema, values] = endsOf(relationship);
  const proofs = relationship.evidence.slice(0, PROOFS_MAX);
  return line(relationship.id, schema, {
    ...values,
    summary: proofs.map(({ quote }) => quote),
    sourceUrl: proofs.map(({ url }) => url),
  });
}

/**
 * Writes FollowTheMoney entities, one per line, for Aleph and the tools of OpenSanctions.
 * @see https://followthemoney.tech
 */
export async function* followTheMoney(graph: ExportedGraph): AsyncGenerator<string> {
  for await (const entity of graph.entities()) yield entityLine(entity);
  for await (const relationship of graph.relationships()) yield relationshipLine(relationship);
}
