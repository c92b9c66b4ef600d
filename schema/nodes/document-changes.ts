import { documentChangesClause } from '../../src/graph/queries/document-changes.ts';
import { builder } from '../builder.ts';
import type { Fields } from '../fields/define.ts';
import { record } from '../root.ts';

/** Changes that a document is assumed to have, for what a request costs. */
const CHANGES = 20;

record(
  'FactChange',
  'A relationship or a property that a document tells otherwise than before.',
  (t) => ({
    before: t.held('one', 'Statement', 'before', {
      before: true,
      description: 'What it said, read as of then; null where it did not say so.',
    }),
    now: t.held('one', 'Statement', 'now', {
      description: 'What it says now; null where it says so no more.',
    }),
    withdrawnAt: t.property(
      'withdrawnAt',
      'DateTime?',
      'When the earlier statement was taken back.',
    ),
    withdrawnWhy: t.property('withdrawnWhy', 'WithdrawnWhy?', 'Why it was taken back.'),
  }),
);

record('DocumentChanges', 'What a document says otherwise than at a moment.', (t) => {
  const list = (name: string, description: string) =>
    t.held('list', 'FactChange', name, { rows: () => CHANGES, description });
  return {
    gone: list('gone', 'What it said then and does not say any more.'),
    new: list('new', 'What it did not say then.'),
    changed: list('changed', 'What it says with another value, date, title or modality.'),
  };
});

/** `Document.changes`: facts, not words; a text that was only written otherwise has none. */
export const changesField = (t: Fields<'Document'>) =>
  t.via('one', 'DocumentChanges', documentChangesClause, {
    sorted: false,
    required: true,
    description:
      'Facts that its source, in whichever version, tells otherwise now than at a moment: by a correction, or by a newer extractor.',
    args: builder.args((a) => ({
      since: a.field({ type: 'DateTime', required: true, description: 'The moment.' }),
    })),
  });
