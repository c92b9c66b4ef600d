import { InputError } from '../../src/errors.ts';
import type { Clause } from '../../src/graph/compile/field.ts';
import { isHeld, labelsAt, typeAt } from '../../src/graph/held.ts';
import { isPublished } from '../../src/graph/known.ts';
import {
  OWN_PROPERTIES,
  SUMMARY_MEANINGS,
  SUMMARY_PROPERTIES,
} from '../../src/model/relationship-properties.ts';
import { builder, propertyFields } from '../builder.ts';
import { ofOwn, onEdges } from '../fields/connection.ts';
import { Fields } from '../fields/define.ts';
import { record } from '../root.ts';

const { id: _id, ...SUMMARY } = SUMMARY_PROPERTIES;

/** Finds statements by the id of the relationship, instead of walking from a hub. */
const evidence: Clause = ({ from, to, at }) =>
  `MATCH (${to}:${labelsAt('Statement', at)} {relationshipId: ${from}.id})`;

/** The best of these: those that hold as of when it is read. */
const best: Clause = (scope) => {
  const { to, row, at, known } = scope;
  const holds = [
    ...(at === undefined ? [] : [isHeld(to, at)]),
    ...(known === undefined ? [] : [isPublished(to, known)]),
  ];
  return `${evidence(scope)}${holds.length > 0 ? ` WHERE ${holds.join(' AND ')}` : ''}
WITH ${to} ORDER BY CASE ${to}.modality WHEN ${row}.modality THEN 0 ELSE 1 END, ${to}.confidence DESC, coalesce(${to}.publishedOn, '') DESC, ${to}.id LIMIT 1`;
};

onEdges.statements = new Fields('Entity').via('connection', 'Statement', evidence, {
  description: 'Who says so, where, and in which words.',
});

onEdges.relationship = new Fields('Entity').via(
  'one',
  'Relationship',
  ({ from, to }) => `WITH ${from} AS ${to}`,
  {
    sorted: false,
    required: true,
    held: (from) => `[${from}]`,
    description: 'The relationship itself, which can be read again by its id.',
  },
);

record(
  'Relationship',
  'How one entity is tied to another: the summary of the statements that say so.',
  (t) => ({
    id: t.property('id', 'ID', SUMMARY_MEANINGS.id),
    type: t.expression('RelationshipType', typeAt, 'What ties them.'),
    source: t.via('one', 'Entity', ({ from, to }) => `WITH startNode(${from}) AS ${to}`, {
      sorted: false,
      required: true,
      description: 'Where it leaves from.',
    }),
    target: t.via('one', 'Entity', ({ from, to }) => `WITH endNode(${from}) AS ${to}`, {
      sorted: false,
      required: true,
      description: 'Where it leads to.',
    }),
    ...propertyFields(SUMMARY, SUMMARY_MEANINGS),
    ...propertyFields(OWN_PROPERTIES, ofOwn('any')),
    other: t.via(
      'one',
      'Entity',
      ({ from, to, param }) => `WITH CASE ${param('than')}
  WHEN startNode(${from}).id THEN endNode(${from})
  WHEN endNode(${from}).id THEN startNode(${from}) END AS ${to} WHERE ${to} IS NOT NULL`,
      {
        sorted: false,
        required: true,
        description: 'The end that is not this one.',
        args: builder.args((a) => ({
          than: a.id({ required: true, description: 'The id of one of its ends.' }),
        })),
        missing: ({ than }) =>
          new InputError(`${than} is at neither end of the relationship; name one of its ends.`),
      },
    ),
    bestStatement: t.via('one', 'Statement', best, {
      sorted: false,
      description:
        'The surest that says so with the modality of the relationship, of several the newest.',
    }),
    statements: t.via('connection', 'Statement', evidence, {
      description: 'Who says so, where, and in which words: the surest first, then the newest.',
    }),
  }),
  ['Node'],
);
