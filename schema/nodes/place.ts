import { define } from '../fields/define.ts';

define('Place', 'A city, base, region or sea.', (t) => ({
  latitude: t.property('latitude', 'Degrees north; null when not known.'),
  longitude: t.property('longitude', 'Degrees east; null when not known.'),
}));
