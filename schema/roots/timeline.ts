import { InputError } from '../../src/errors.ts';
import { lastOf } from '../../src/graph/known.ts';
import { byDate, readsOfTimeline, timelineClause } from '../../src/graph/queries/timeline.ts';
import { unknownOf } from '../../src/graph/queries/unknown.ts';
import { builder } from '../builder.ts';
import { EntityKindEnum, RelationshipTypeEnum } from '../enums.ts';
import { record, root } from '../root.ts';

record('TimelineEntry', 'Something that happened on a date.', (t) => ({
  on: t.property('on', 'FuzzyDate', 'When, or since when, as exact as its sources.'),
  until: t.property(
    'until',
    'FuzzyDate?',
    'Until when; null when it was on one day, or no document says.',
  ),
  relationship: t.via(
    'one',
    'Relationship',
    ({ from, to }) => `WITH ${from}.relationship AS ${to}`,
    {
      sorted: false,
      required: true,
      description: 'What happened.',
    },
  ),
}));

root('timeline', 'connection', 'TimelineEntry', timelineClause, {
  named: 'Timeline',
  clocks: 'all',
  reads: readsOfTimeline,
  check: ({ from, to }) => {
    if (from != null && to != null && String(from) > lastOf(String(to)))
      throw new InputError(`from (${from}) is later than to (${to}).`);
  },
  order: byDate,
  description:
    'What happened, in order: signings, sales, meetings, terms of office and the like that have a date.',
  empty: unknownOf,
  args: builder.args((t) => ({
    of: t.idList({ description: 'Whose; everybody’s when left out.' }),
    types: t.field({ type: [RelationshipTypeEnum], description: 'Only of these types.' }),
    kinds: t.field({
      type: [EntityKindEnum],
      description: 'Only with entities of these kinds at the other end.',
    }),
    from: t.field({ type: 'FuzzyDate', description: 'Possibly since then.' }),
    to: t.field({ type: 'FuzzyDate', description: 'Possibly until then.' }),
  })),
});
