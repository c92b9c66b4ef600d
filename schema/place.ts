import { define } from './fields.ts';

define('Place', 'A city, base, region or sea.', (t) => ({
  latitude: t.property('latitude', 'Degrees north; null when not known.'),
  longitude: t.property('longitude', 'Degrees east; null when not known.'),
  hosted: t.relation('HELD_IN', 'in', { description: 'Events held there.' }),
  locatedIn: t.relation('LOCATED_IN', 'out', { description: 'What it lies in.' }),
  places: t.relation('LOCATED_IN', 'in', { description: 'Places in it.' }),
}));
