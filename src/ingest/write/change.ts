import type { Writer } from '../../db/database.ts';
import type { PropertyEvidence } from './entity-summary.ts';
import { evidenceOf, type Prepared } from './prepare.ts';
import type { Stories } from './stories.ts';
import type { Evidence } from './summary.ts';

/** One statement, as far as the summaries of its ends and its edge depend on it. */
export interface Said extends Evidence {
  readonly relationshipId: string | null;
  readonly type: string;
  readonly source: string;
  readonly target: string | null;
  readonly fact: Omit<PropertyEvidence, 'confidence' | 'story' | 'modality' | 'publishedOn'>;
}

/** The statements of the touched stories before and after a batch. */
export interface Change {
  /** Statements before the batch, including withdrawn ones. */
  readonly before: readonly Said[];
  /** Statements of other documents of these stories, which stay. */
  readonly kept: readonly Said[];
  /** Statements of the batch. */
  readonly added: readonly Said[];
  /** Maps a story to the story that it was merged into. */
  readonly storyNow: (story: string) => string;
}

/** The statements of a document whose story is known. */
export function saidIn({ id, statements }: Prepared, story: string): Said[] {
  return statements.map((row) => ({
    ...evidenceOf(row, id, story),
    relationshipId: row.relationshipId,
    type: String(row.properties.type),
    source: row.subject,
    target: row.object,
    fact: row.properties as unknown as Said['fact'],
  }));
}

/**
 * @param withdrawn documents whose statements are withdrawn
 * @param touched stories of these documents
 */
export async function changeOf(
  writer: Writer,
  documents: readonly Prepared[],
  stories: Stories,
  withdrawn: ReadonlySet<string>,
  touched: readonly string[],
): Promise<Change> {
  const known = [...new Set([...stories.known, ...touched])].sort();
  const before =
    known.length > 0
      ? ((await writer.read('evidenceOfStories', { stories: known })) as unknown as Said[])
      : [];
  const storyNow = (story: string) => stories.moved.get(story) ?? story;
  const kept = before
    .filter(({ documentId }) => !withdrawn.has(documentId))
    .map((said) => ({ ...said, story: storyNow(said.story) }));
  const added = documents.flatMap((document) => saidIn(document, stories.of.get(document.id)!));
  return { before, kept, added, storyNow };
}

/** Modalities of property values that count. */
const FOLLOWED = new Set(['asserted', 'planned']);

/** The property values in some statements, by subject. */
export function factsIn(said: readonly Said[]): (PropertyEvidence & { readonly of: string })[] {
  return said
    .filter(({ type, modality }) => type === 'PROPERTY' && FOLLOWED.has(modality))
    .map(({ source: of, fact, confidence, story, modality, publishedOn }) => {
      const { property, value, currency, valueText, basis } = fact;
      return {
        ...{ property, value, currency, valueText, basis },
        ...{ confidence, story, modality, publishedOn, of },
      };
    });
}
