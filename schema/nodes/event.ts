import { define } from '../fields/define.ts';

define(
  'Event',
  'A meeting, call, visit, dialogue, exercise, summit, operation or procurement.',
  (t) => ({
    kind: t.property('kind', 'What it is; null when not known.'),
    startsOn: t.property('startsOn', 'Its first day; null when not known.'),
    endsOn: t.property('endsOn', 'Its last day; null when not known.'),
    personnel: t.property('personnel', 'How many took part, of an exercise; null when not known.'),
  }),
);
