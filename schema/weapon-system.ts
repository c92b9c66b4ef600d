import { define } from './fields.ts';

define('WeaponSystem', 'A weapon, platform or family of them.', (t) => ({
  designation: t.property(
    'designation',
    'Its designation, such as "FGM-148"; null when it has none.',
  ),
  kind: t.property('kind', 'What it is; null when not known.'),
  manufacturers: t.relation('MANUFACTURES', 'in', { description: 'Who makes it.' }),
  operators: t.relation('OPERATES', 'in', { description: 'Who has or uses it.' }),
  plannedBy: t.relation('PLANS_TO_ACQUIRE', 'in', { description: 'Who means to get it.' }),
  inSales: t.relation('INCLUDES', 'in', {
    description: 'Arms sales it is part of, with the number sold.',
  }),
  concernedBy: t.relation('CONCERNS', 'in', { description: 'Events and agreements about it.' }),
  variantOf: t.relation('VARIANT_OF', 'out', { description: 'What it is a variant of.' }),
  variants: t.relation('VARIANT_OF', 'in', { description: 'Its variants.' }),
}));
