import { define } from '../fields/define.ts';

define('WeaponSystem', 'A weapon, platform or family of them.', (t) => ({
  designation: t.property(
    'designation',
    'Its designation, such as "FGM-148"; null when it has none.',
  ),
  kind: t.property('kind', 'What it is; null when not known.'),
}));
