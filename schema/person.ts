import { define } from './fields.ts';

define('Person', 'A person named in a document.', (t) => ({
  positions: t.relation('HOLDS_POSITION', 'out', {
    description: 'Offices held, each with its title.',
  }),
  signed: t.relation('SIGNED', 'out', { description: 'Agreements signed in person.' }),
  events: t.relation('PARTICIPATED_IN', 'out', {
    description: 'Meetings, calls, visits and the like taken part in.',
  }),
}));
