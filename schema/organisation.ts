import { define } from './fields.ts';

define(
  'Organisation',
  'A ministry, agency, armed force, unit, company or multilateral body.',
  (t) => ({
    kind: t.property('kind', 'What it is; null when not known.'),
    country: t.property(
      'country',
      'Code of the country it belongs to (ISO 3166-1 alpha-2); null when it has none or it is not known.',
    ),
    holders: t.relation('HOLDS_POSITION', 'in', { description: 'Who holds an office in it.' }),
    signed: t.relation('SIGNED', 'out', { description: 'Agreements it signed.' }),
    agreements: t.relation('PARTY_TO', 'out', { description: 'Agreements it is a party to.' }),
    approvedSales: t.relation('APPROVED_SALE', 'out', { description: 'Arms sales it approved.' }),
    purchases: t.relation('SOLD_TO', 'in', { description: 'Arms sales in which it is the buyer.' }),
    sales: t.relation('SOLD_BY', 'in', {
      description: 'Arms sales in which it is the seller or contractor.',
    }),
    manufactures: t.relation('MANUFACTURES', 'out', { description: 'Weapon systems it makes.' }),
    operates: t.relation('OPERATES', 'out', { description: 'Weapon systems it has or uses.' }),
    plannedAcquisitions: t.relation('PLANS_TO_ACQUIRE', 'out', {
      description: 'Weapon systems it means to get.',
    }),
    events: t.relation('PARTICIPATED_IN', 'out', {
      description: 'Meetings, exercises and the like taken part in.',
    }),
    partOf: t.relation('PART_OF', 'out', { description: 'What it is a part of.' }),
    parts: t.relation('PART_OF', 'in', { description: 'Its parts.' }),
    concernedBy: t.relation('CONCERNS', 'in', { description: 'Events and agreements about it.' }),
  }),
);
