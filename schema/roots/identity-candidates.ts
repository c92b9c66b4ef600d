import { identityCandidatesClause } from '../../src/graph/queries/identity.ts';
import { builder } from '../builder.ts';
import { EntityKindEnum } from '../enums.ts';
import { record, root } from '../root.ts';

record('IdentityCandidate', 'Two entities that may be one, for people to judge.', (t) => ({
  pairId: t.property('id', 'ID', 'The same as long as it is the same pair.'),
  left: t.via('one', 'Entity', ({ from, to }) => `WITH ${from}.left AS ${to}`, {
    sorted: false,
    required: true,
    description: 'One of them.',
  }),
  right: t.via('one', 'Entity', ({ from, to }) => `WITH ${from}.right AS ${to}`, {
    sorted: false,
    required: true,
    description: 'The other.',
  }),
  score: t.property('score', 'Float', 'How sure it is that they are one, in log odds; 0 is even.'),
  paths: t.property(
    'paths',
    'Int',
    'How many paths of two steps there would be through the one that are not there through the two.',
  ),
  reasons: t.held('list', 'IdentityReason', 'reasons', {
    description: 'Why, feature by feature; the weights add up to the score.',
  }),
}));

root('identityCandidates', 'connection', 'IdentityCandidate', identityCandidatesClause, {
  named: 'IdentityCandidates',
  clocks: 'recorded',
  order: (v) => [
    { cypher: `${v}.paths`, name: 'paths', ascending: false, nullable: false },
    { cypher: `${v}.score`, name: 'score', ascending: false, nullable: false },
    { cypher: `${v}.id`, name: 'id', ascending: true, nullable: false },
  ],
  description:
    'Pairs that may be one and were left apart, those first that would change the most paths.',
  args: builder.args((t) => ({
    of: t.id({ description: 'Only those of which this entity is one.' }),
    kinds: t.field({ type: [EntityKindEnum], description: 'Only of these kinds.' }),
  })),
});
