import { builder } from '../builder.ts';
import { EntityKindEnum } from '../enums.ts';
import { reasonsIn } from '../nodes/identity.ts';
import { record, root } from '../root.ts';

record('IdentityCandidate', 'Two entities that may be one, for people to judge.', (t) => ({
  id: t.property('id', 'ID', 'The same as long as it is the same pair.'),
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

root(
  'identityCandidates',
  'connection',
  'IdentityCandidate',
  ({ to, param, value }) => {
    const kinds =
      value('kinds') == null
        ? ''
        : ` AND any(label IN labels(left) WHERE label IN ${param('kinds')})`;
    return `MATCH (c:Candidate)
MATCH (l:Local {id: c.left})
MATCH (r:Local {id: c.right})
MATCH (left:Entity {id: l.entity})
MATCH (right:Entity {id: r.entity})
WHERE left <> right${kinds}
WITH left, right, c ORDER BY c.score DESC, c.id
WITH left, right, head(collect(c)) AS c
WITH {id: c.id, left: left, right: right, score: c.score,
      paths: COUNT { (left)--(:Entity) } * COUNT { (right)--(:Entity) }, reasons: ${reasonsIn('c')}} AS ${to}`;
  },
  {
    named: 'IdentityCandidates',
    order: (v) => [
      { cypher: `${v}.paths`, name: 'paths', ascending: false, nullable: false },
      { cypher: `${v}.score`, name: 'score', ascending: false, nullable: false },
      { cypher: `${v}.id`, name: 'id', ascending: true, nullable: false },
    ],
    description:
      'Pairs that may be one and were left apart, those first that would change the most paths.',
    args: builder.args((t) => ({
      kinds: t.field({ type: [EntityKindEnum], description: 'Only of these kinds.' }),
    })),
  },
);
