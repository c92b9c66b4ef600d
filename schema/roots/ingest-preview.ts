import { InputError } from '../../src/errors.ts';
import type { Previewed } from '../../src/ingest/ingest.ts';
import type { ExtractedEntity, ExtractedStatement } from '../../src/model/extraction.ts';
import { builder } from '../builder.ts';
import { EntityKindEnum, ModalityEnum, StatementTypeEnum } from '../enums.ts';

/** Most characters: a request has 100 kB, and JSON escapes some characters. */
const TEXT_MAX = 50_000;
/** Most base64 characters, some 2.1 MB of PDF: a request with a PDF has 3 MB. */
const PDF_MAX = 2_900_000;
const STATEMENTS_MAX = 500;
/** Cost of reading one character, in relationships that Neo4j reads in the same time. */
const READS_OF_A_CHARACTER = 100;
/** Most characters that a PDF is charged for, since reading it has a time limit. */
const DEAREST = 50_000;

interface PreviewEntity {
  readonly entityId: string;
  readonly entity: ExtractedEntity;
}
interface PreviewStatement {
  readonly said: ExtractedStatement;
  readonly subject: PreviewEntity;
  readonly object: PreviewEntity | null;
}

function statementsOf({ extraction, ids }: Previewed): PreviewStatement[] {
  const entities = new Map(
    extraction.entities.map((entity) => [
      entity.key,
      { entityId: ids.get(entity.key) ?? entity.key, entity },
    ]),
  );
  return extraction.statements.slice(0, STATEMENTS_MAX).flatMap((said) => {
    const subject = entities.get(said.subject);
    return subject ? [{ said, subject, object: entities.get(said.object ?? '') ?? null }] : [];
  });
}

const PreviewEntityType = builder.objectRef<PreviewEntity>('PreviewEntity').implement({
  description: 'An entity that a document names.',
  fields: (t) => ({
    entityId: t.exposeID('entityId', {
      description: 'Which entity it would be: one of the graph where `node(id:)` knows it.',
    }),
    kind: t.field({
      type: EntityKindEnum,
      description: 'What it is.',
      resolve: ({ entity }) => entity.kind,
    }),
    name: t.string({
      description: 'The fullest name that the document has for it.',
      resolve: ({ entity }) => entity.name,
    }),
  }),
});

const PreviewStatementType = builder.objectRef<PreviewStatement>('PreviewStatement').implement({
  description: 'One fact that the document would add, with the sentence that says so.',
  fields: (t) => ({
    type: t.field({
      type: StatementTypeEnum,
      description: 'What it is about.',
      resolve: ({ said }) => said.type,
    }),
    subject: t.field({
      type: PreviewEntityType,
      description: 'Whom it is about.',
      resolve: ({ subject }) => subject,
    }),
    object: t.field({
      type: PreviewEntityType,
      nullable: true,
      description: 'The other end of a relationship; null for a property.',
      resolve: ({ object }) => object,
    }),
    property: t.string({
      nullable: true,
      description: 'Which property of the subject; null for a relationship.',
      resolve: ({ said }) => said.property,
    }),
    value: t.string({
      nullable: true,
      description: 'Its value, as text; null for a relationship.',
      resolve: ({ said }) => said.value,
    }),
    start: t.int({
      description: 'Where the quote starts in `text`, in UTF-16 units.',
      resolve: ({ said }) => said.quote.start,
    }),
    end: t.int({
      description: 'Where the quote ends in `text`.',
      resolve: ({ said }) => said.quote.end,
    }),
    confidence: t.float({
      description: 'How likely it is read right, 0 to 1.',
      resolve: ({ said }) => said.confidence,
    }),
    modality: t.field({
      type: ModalityEnum,
      description: 'Whether it is said as done, planned, rumoured or denied.',
      resolve: ({ said }) => said.modality,
    }),
    attribution: t.string({
      nullable: true,
      description: 'Who says so, as named in the text; null where nobody is named.',
      resolve: ({ said }) => said.attribution,
    }),
  }),
});

const PreviewType = builder.objectRef<Previewed>('IngestPreview').implement({
  description: 'What a document would add to the graph. Nothing of it is stored.',
  fields: (t) => ({
    text: t.string({
      description: 'The text as it was read, into which quotes point.',
      resolve: ({ extraction }) => extraction.text,
    }),
    language: t.string({
      description: 'Its language, such as `en`.',
      resolve: ({ extraction }) => extraction.language,
    }),
    skipped: t.string({
      nullable: true,
      description: 'Why there are no facts: another language, a paywall; null where there are.',
      resolve: ({ extraction }) => extraction.skipped,
    }),
    warnings: t.stringList({
      description: 'What was not understood.',
      resolve: ({ warnings }) => [...warnings],
    }),
    statements: t.field({
      type: [PreviewStatementType],
      description: `The facts in the order of the text, ${STATEMENTS_MAX} at most.`,
      resolve: statementsOf,
    }),
    omitted: t.int({
      description: 'How many facts are not among them.',
      resolve: ({ extraction }) => Math.max(0, extraction.statements.length - STATEMENTS_MAX),
    }),
  }),
});

/** @throws {InputError} when there is not exactly one document, or it is too long */
function contentOf(text: string | null | undefined, pdf: string | null | undefined) {
  if ((text == null) === (pdf == null))
    throw new InputError('ingestPreview takes a text or a pdf; give one of them.');
  if (text != null) {
    if (text.trim() === '') throw new InputError('text is empty; write at least a sentence.');
    if (text.length > TEXT_MAX)
      throw new InputError(`text is longer than ${TEXT_MAX} characters; give a part of it.`);
    return text;
  }
  const bytes = Buffer.from(pdf!, 'base64');
  if (bytes.length === 0) throw new InputError('pdf is empty, or not base64.');
  if (pdf!.length > PDF_MAX)
    throw new InputError(
      `pdf is longer than ${PDF_MAX} characters of base64; read it with \`entente ingest --dry-run\`, or send its text.`,
    );
  return bytes;
}

builder.queryField('ingestPreview', (t) =>
  t.field({
    type: PreviewType,
    nullable: true,
    description:
      'What a document says, as an ingest would read it: the facts it would add, with quotes. Nothing is stored. Off unless the server has it switched on (INGEST_PREVIEW).',
    args: {
      text: t.arg.string({ description: `Of the document, at most ${TEXT_MAX} characters.` }),
      pdf: t.arg.string({
        description: `Instead of a text: a PDF with a text layer in base64, at most ${PDF_MAX} characters of it. Beyond 90 kB send the header x-entente-preview: true.`,
      }),
      title: t.arg.string({ description: 'Its title.' }),
      publishedOn: t.arg({
        type: 'FuzzyDate',
        description: 'When it was published: gives “last October” its meaning.',
      }),
    },
    resolve: async (_, { text, pdf, title, publishedOn }, { graph, previews }) => {
      if (previews === null)
        throw new InputError(
          'ingestPreview is switched off on this server; whoever runs it may set INGEST_PREVIEW=on.',
        );
      const content = contentOf(text, pdf);
      await graph.charge({
        nodes: 1,
        relationships: Math.min(content.length, DEAREST) * READS_OF_A_CHARACTER,
        bytes: 0,
      });
      return previews.read({
        content,
        given: { title: title ?? null, publishedOn: publishedOn ?? null },
      });
    },
  }),
);
