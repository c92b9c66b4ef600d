import { define } from './fields.ts';

define('Country', 'A state.', (t) => ({
  iso2: t.property('iso2', 'ISO 3166-1 alpha-2 code; null when it has none.'),
  holders: t.relation('HOLDS_POSITION', 'in', { description: 'Who holds an office of the state.' }),
  signed: t.relation('SIGNED', 'out', { description: 'Agreements it signed.' }),
  agreements: t.relation('PARTY_TO', 'out', { description: 'Agreements it is a party to.' }),
  approvedSales: t.relation('APPROVED_SALE', 'out', { description: 'Arms sales it approved.' }),
  purchases: t.relation('SOLD_TO', 'in', { description: 'Arms sales in which it is the buyer.' }),
  sales: t.relation('SOLD_BY', 'in', { description: 'Arms sales in which it is the seller.' }),
  manufactures: t.relation('MANUFACTURES', 'out', { description: 'Weapon systems it makes.' }),
  operates: t.relation('OPERATES', 'out', { description: 'Weapon systems it has or uses.' }),
  plannedAcquisitions: t.relation('PLANS_TO_ACQUIRE', 'out', {
    description: 'Weapon systems it means to get.',
  }),
  events: t.relation('PARTICIPATED_IN', 'out', {
    description: 'Meetings, exercises and the like taken part in.',
  }),
  hosted: t.relation('HELD_IN', 'in', { description: 'Events held there.' }),
  places: t.relation('LOCATED_IN', 'in', { description: 'Places in it.' }),
  partOf: t.relation('PART_OF', 'out', { description: 'Bodies it is a member of.' }),
  parts: t.relation('PART_OF', 'in', { description: 'Its ministries, forces and other parts.' }),
}));
