import { define } from '../fields/define.ts';

define('Agreement', 'A treaty, framework, memorandum, joint statement or contract.', (t) => ({
  kind: t.property('kind', 'What it is; null when not known.'),
  signedOn: t.property(
    'signedOn',
    'When it was signed, as exact as the best supported statement; null when not known or not signed.',
  ),
  durationYears: t.property('durationYears', 'For how many years; null when not known.'),
}));
