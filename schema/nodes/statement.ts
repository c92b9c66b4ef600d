import { define } from '../fields/define.ts';
import { contextField } from '../roots/statement-context.ts';

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
    subject: t.via(
      'one',
      'Entity',
      ({ from, to }) => `MATCH (${from})-[:SUBJECT]->(${to}:Entity)`,
      {
        sorted: false,
        required: true,
        description: 'What it is about.',
      },
    ),
    object: t.via('one', 'Entity', ({ from, to }) => `MATCH (${from})-[:OBJECT]->(${to}:Entity)`, {
      sorted: false,
      description: 'The other end; null when it states a plain property.',
    }),
    context: contextField(t),
    document: t.via(
      'one',
      'Document',
      ({ from, to }) => `MATCH (${from})-[:FROM]->(${to}:Document)`,
      {
        sorted: false,
        required: true,
        description: 'Who says so.',
      },
    ),
  }),
);
