import { labelsAt, typesAt } from '../../src/graph/held.ts';
import { computed, define } from '../fields/define.ts';
import { changesField } from './document-changes.ts';

const EXCERPT_LENGTH = 500;
/** Versions that a source is assumed to have, for what a request costs. */
const VERSIONS = 5;

define('Document', 'A text that was read.', (t) => ({
  id: t.property('id', 'A hash of its bytes.'),
  source: t.property('source', 'The file name or address it was read from.'),
  title: t.property('title', 'Its title; null when it has none.'),
  url: t.property('url', 'Where it was published; null when not known.'),
  publisher: t.property('publisher', 'Who published it; null when not known.'),
  publishedOn: t.property('publishedOn', 'When it was published; null when not known.'),
  language: t.property('language', 'Its language, as a two-letter code; null when not known.'),
  text: computed(
    'String',
    false,
    ['text'],
    ({ text }, { wholeTexts }) =>
      wholeTexts
        ? String(text)
        : `${String(text).slice(0, EXCERPT_LENGTH)}${String(text).length > EXCERPT_LENGTH ? '…' : ''}`,
    'The cleaned text that quotes point into; in the production profile its beginning only.',
    { bytes: 'text', excerpt: EXCERPT_LENGTH },
  ),
  ingestedAt: t.property('ingestedAt', 'When it was read.'),
  superseded: computed(
    'Boolean',
    false,
    ['supersededBy'],
    ({ supersededBy }) => supersededBy !== null,
    'Whether a later version of the same source has taken its place: then it says nothing any more.',
  ),
  supersededBy: t.via(
    'one',
    'Document',
    ({ row, to, at }) => `MATCH (${to}:${labelsAt('Document', at)} {id: ${row}.supersededBy})`,
    { sorted: false, description: 'The later version; null while this one holds.' },
  ),
  versions: t.via(
    'list',
    'Document',
    ({ row, to }) => `MATCH (${to}:Document {source: ${row}.source})`,
    {
      rows: () => VERSIONS,
      sorted: false,
      order: (document) => [
        { cypher: `${document}.ingestedAt`, name: 'ingestedAt', ascending: true, nullable: false },
        { cypher: `${document}.id`, name: 'id', ascending: true, nullable: false },
      ],
      description: 'Everything that was read of its source, the earliest first, itself included.',
    },
  ),
  changes: changesField(t),
  mentions: t.via(
    'connection',
    'Entity',
    ({ from, edge, to, at }) =>
      `MATCH (${from})-[${edge}:${typesAt('MENTIONS', at)}]->(${to}:${labelsAt('Entity', at)})`,
    {
      description: 'The entities it names.',
      edge: { count: 'Int', spans: 'Int[]' },
    },
  ),
  statements: t.via(
    'connection',
    'Statement',
    ({ from, to, at }) =>
      `MATCH (${from})<-[:${typesAt('FROM', at)}]-(${to}:${labelsAt('Statement', at)})`,
    {
      description: 'What it says.',
    },
  ),
}));
