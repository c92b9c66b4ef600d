import type { Disagreement } from '../disagree.ts';
import type { EntityData } from '../operations/entity.ts';
import { capital, inWords, plain } from '../words.ts';
import { Sentence } from './Sentence.tsx';

type Row = readonly [name: string, value: string, property?: string];

const money = ({ value }: Extract<EntityData, { __typename: 'ArmsSale' }>): string | null => {
  if (!value) return null;
  const { amount, currency, raw } = value;
  if (amount == null) return raw ?? null;
  const written = `${amount.toLocaleString('en')}${currency ? ` ${currency}` : ''}`;
  return raw && raw !== written ? `${written} (“${raw}”)` : written;
};

/** An entity's own properties by kind, without those that no document states. */
function factsOf(entity: EntityData): Row[] {
  const rows: (readonly [string, string | number | null | undefined, string?])[] = [];
  const date = (text: string | null | undefined) => text && inWords(text);
  const choice = (text: string | null | undefined) => text && plain(text);
  switch (entity.__typename) {
    case 'Organisation':
      rows.push(['Kind', choice(entity.organisationKind)], ['Country', entity.country]);
      break;
    case 'Country':
      rows.push(['Code', entity.iso2]);
      break;
    case 'Agreement':
      rows.push(['Kind', choice(entity.agreementKind), 'kind']);
      rows.push(['Signed', date(entity.signedOn), 'signedOn']);
      rows.push([
        'Runs for',
        entity.durationYears && `${entity.durationYears} years`,
        'durationYears',
      ]);
      break;
    case 'WeaponSystem':
      rows.push(['Designation', entity.designation], ['Kind', choice(entity.systemKind)]);
      break;
    case 'ArmsSale':
      rows.push(['Stage', choice(entity.stage), 'stage'], ['Value', money(entity), 'value']);
      rows.push(['Approved', date(entity.approvedOn), 'approvedOn']);
      rows.push(['Contracted', date(entity.contractedOn), 'contractedOn']);
      break;
    case 'Event':
      rows.push(['Kind', choice(entity.eventKind), 'kind']);
      rows.push(['From', date(entity.startsOn), 'startsOn'], ['To', date(entity.endsOn), 'endsOn']);
      rows.push(['People', entity.personnel?.toLocaleString('en'), 'personnel']);
      break;
    case 'Place':
      rows.push(['Latitude', entity.latitude], ['Longitude', entity.longitude]);
      break;
    case 'Person':
      break;
  }
  return rows.flatMap(([name, value, property]) =>
    value == null || value === '' ? [] : [[name, String(value), property] as Row],
  );
}

const NAMES: Readonly<Record<string, string>> = {
  signedOn: 'the day of signing',
  startsOn: 'the first day',
  endsOn: 'the last day',
  approvedOn: 'the day of approval',
  contractedOn: 'the day of the contract',
  durationYears: 'the years it runs for',
  personnel: 'how many took part',
};

export function Facts({ entity }: { entity: EntityData }) {
  const rows = factsOf(entity);
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>Statements</dt>
        <dd>{entity.statementCount.toLocaleString('en')}</dd>
      </div>
      {entity.externalIds.length > 0 && (
        <div>
          <dt>Elsewhere</dt>
          <dd>{entity.externalIds.join(', ')}</dd>
        </div>
      )}
    </dl>
  );
}

/** Conflicting values, each with a sentence. */
export function Disagreements({ of }: { of: readonly Disagreement[] }) {
  return of.map(({ property, values }) => (
    <details key={property} className="disagreement">
      <summary>
        <span className="badge disagree">Documents disagree</span> on{' '}
        {NAMES[property] ?? `the ${property}`}
      </summary>
      {values.map(({ value, statement }) => (
        <div key={statement.id}>
          <h3>{capital(/^\d{4}(-|$)/.test(value) ? inWords(value) : value)}</h3>
          <Sentence statement={statement} />
        </div>
      ))}
    </details>
  ));
}
