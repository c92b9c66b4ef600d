import { labelsAt, type Moment, typesAt } from '../../src/graph/held.ts';
import { BEFORE_WITHDRAWAL } from '../../src/graph/queries/nodes.ts';
import { expression } from '../builder.ts';
import { define } from '../fields/define.ts';
import { contextField } from '../roots/statement-context.ts';

/** What came to a statement after any moment at which it was held, unless that is what is asked for. */
const ofLater = (property: string) => (statement: string, at: Moment) =>
  at === undefined || at === BEFORE_WITHDRAWAL ? `${statement}.${property}` : 'null';

define(
  'Statement',
  'One document saying one thing in one place. Facts are what documents say.',
  (t) => ({
    id: t.property('id', 'The same after every ingest of the same document.'),
    type: t.property('type', 'A relationship type, or PROPERTY.'),
    property: t.property(
      'property',
      'With PROPERTY: which property of the subject; null otherwise.',
    ),
    value: t.property('value', 'With PROPERTY: its value as text; null otherwise.'),
    quote: t.property('quote', 'The sentence as cleaned: the document’s text from start to end.'),
    start: t.property('start', 'Where the quote starts in the text, in UTF-16 units.'),
    end: t.property('end', 'Where the quote ends.'),
    rawStart: t.property('rawStart', 'Where it starts in the source as decoded.'),
    rawEnd: t.property('rawEnd', 'Where it ends in the source as decoded.'),
    page: t.property('page', 'On which page of the source; null where it has none.'),
    confidence: t.property('confidence', 'How sure, 0 to 1.'),
    modality: t.property('modality', 'As done, as planned, as rumoured, or that it is not so.'),
    attribution: t.property(
      'attribution',
      'Who says so, where the text names them; null otherwise.',
    ),
    extractor: t.property('extractor', 'Which version of the extractor read it.'),
    publishedOn: t.property('publishedOn', 'When its document was published; null when not known.'),
    recordedAt: t.property('recordedAt', 'When it was recorded.'),
    withdrawnAt: expression(
      'DateTime?',
      ofLater('withdrawnAt'),
      'When it was taken back; null while it holds, and as of every moment at which it did.',
    ),
    withdrawnWhy: expression(
      'WithdrawnWhy?',
      ofLater('withdrawnWhy'),
      'Why it was taken back; null while it holds.',
    ),
    subject: t.via(
      'one',
      'Entity',
      ({ from, to, at }) =>
        `MATCH (${from})-[:${typesAt('SUBJECT', at)}]->(${to}:${labelsAt('Entity', at)})`,
      {
        sorted: false,
        required: true,
        description: 'What it is about.',
      },
    ),
    object: t.via(
      'one',
      'Entity',
      ({ from, to, at }) =>
        `MATCH (${from})-[:${typesAt('OBJECT', at)}]->(${to}:${labelsAt('Entity', at)})`,
      {
        sorted: false,
        description: 'The other end; null when it states a plain property.',
      },
    ),
    context: contextField(t),
    document: t.via(
      'one',
      'Document',
      ({ from, to, at }) =>
        `MATCH (${from})-[:${typesAt('FROM', at)}]->(${to}:${labelsAt('Document', at)})`,
      {
        sorted: false,
        required: true,
        description: 'Who says so.',
      },
    ),
  }),
);
