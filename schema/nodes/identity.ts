import {
  leastSureReasons,
  localHeld,
  localsAt,
  reasonsIn,
} from '../../src/graph/queries/identity.ts';
import { expression } from '../builder.ts';
import { record } from '../root.ts';

record('IdentityReason', 'One feature by which two were compared.', (t) => ({
  feature: t.property(
    'feature',
    'String',
    'What was compared: a surname, an office, a designation.',
  ),
  left: t.property('left', 'String', 'What the first shows of it; empty where it shows nothing.'),
  right: t.property('right', 'String', 'What the second shows of it.'),
  weight: t.property(
    'weight',
    'Float',
    'What it adds to the score: the natural logarithm of odds, below 0 where it speaks against.',
  ),
  sentence: t.property('sentence', 'String', 'The same in words.'),
}));

const reasons =
  'Why, feature by feature; the weights add up to the score. Empty where people judged.';

record('IdentityMember', 'One of those that an entity was put together of.', (t) => ({
  localId: t.property(
    'id',
    'ID',
    'The id that it has by its documents alone; it goes on answering.',
  ),
  name: t.property('name', 'String', 'What its documents call it.'),
  likeId: t.property(
    'likeId',
    'ID?',
    'The member that it was found to be the same as; null for one that stands alone, or that people judged.',
  ),
  likeName: t.property('likeName', 'String?', 'What that one is called.'),
  score: t.property('score', 'Float?', 'How sure, in log odds; 3 is a chance of 95 in 100.'),
  reasons: t.held('list', 'IdentityReason', 'reasons', { description: reasons }),
}));

record('Identity', 'What an entity was put together of.', (t) => ({
  members: t.via(
    'list',
    'IdentityMember',
    ({ from, to, at }) => `MATCH (l:${localsAt(at)} {entity: ${from}.entity})${localHeld('l', at)}
WITH l ORDER BY l.id LIMIT 100
WITH {id: l.id, name: l.name, likeId: l.likeId, likeName: l.likeName, score: l.score, reasons: ${reasonsIn('l')}} AS ${to}`,
    {
      sorted: false,
      description: 'Those that are one, by what single documents call them; the first 100.',
    },
  ),
  memberCount: t.expression(
    'Int',
    (v, at) => `COUNT { MATCH (l:${localsAt(at)} {entity: ${v}.entity})${localHeld('l', at)} }`,
    'How many there are.',
  ),
  score: t.expression(
    'Float?',
    (v, at) =>
      `head(COLLECT { MATCH (l:${localsAt(at)} {entity: ${v}.entity}) WHERE l.score IS NOT NULL${localHeld('l', at, ' AND')} RETURN l.score AS s ORDER BY s LIMIT 1 })`,
    'How sure the least sure member is, in log odds; null where there is one member.',
  ),
  reasons: t.via('list', 'IdentityReason', leastSureReasons, {
    sorted: false,
    description: 'Why the least sure member is one of them.',
  }),
}));

export const formerIdsField = expression(
  'ID[]',
  (v, at) =>
    `COLLECT { MATCH (l:${localsAt(at)} {entity: ${v}.id}) WHERE l.id <> ${v}.id${localHeld('l', at, ' AND')} RETURN l.id AS former ORDER BY former LIMIT 100 }`,
  'Ids that it had before it was put together: each goes on answering; the first 100.',
);
