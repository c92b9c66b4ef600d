import { define } from '../fields/define.ts';

define('Country', 'A state.', (t) => ({
  iso2: t.property('iso2', 'ISO 3166-1 alpha-2 code; null when it has none.'),
}));
