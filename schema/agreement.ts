import { define } from './fields.ts';

define('Agreement', 'A treaty, framework, memorandum, joint statement or contract.', (t) => ({
  kind: t.property('kind', 'What it is; null when not known.'),
  signedOn: t.property(
    'signedOn',
    'When it was signed, as exact as the best supported statement; null when not known or not signed.',
  ),
  durationYears: t.property('durationYears', 'For how many years; null when not known.'),
  signatories: t.relation('SIGNED', 'in', { description: 'Who signed it.' }),
  parties: t.relation('PARTY_TO', 'in', { description: 'Whom it binds.' }),
  concerns: t.relation('CONCERNS', 'out', { description: 'What it is about.' }),
  concernedBy: t.relation('CONCERNS', 'in', { description: 'Events and agreements about it.' }),
}));
