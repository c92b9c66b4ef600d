import { define } from '../fields/define.ts';

define(
  'Organisation',
  'A ministry, agency, armed force, unit, company or multilateral body.',
  (t) => ({
    kind: t.property('kind', 'What it is; null when not known.'),
    country: t.property(
      'country',
      'Code of the country it belongs to (ISO 3166-1 alpha-2); null when it has none or it is not known.',
    ),
  }),
);
