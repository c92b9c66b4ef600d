import type { Writer } from '../../db/database.ts';
import type { PropertyEvidence } from './entity-summary.ts';
import { evidenceOf, type Prepared } from './prepare.ts';
import type { Stories } from './stories.ts';
import type { Evidence } from './summary.ts';

/** One statement, as far as the summaries of its ends and of its edge need it. */
export interface Said extends Evidence {
  readonly relationshipId: string | null;
  readonly type: string;
  readonly source: string;
  readonly target: string | null;
  readonly fact: Omit<PropertyEvidence, 'confidence' | 'story' | 'modality' | 'publishedOn'>;
}

/** What a batch changes of the stories that it touches. */
export interface Change {
  /** What was said before, with what is taken back. */
  readonly before: readonly Said[];
  /** What others of the stories go on saying. */
  readonly kept: readonly Said[];
  /** What the batch says. */
  readonly added: readonly Said[];
  /** The story that one of the graph has become. */
  readonly storyNow: (story: string) => string;
}

/** What a document says, once its story is known. */
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
 * @param withdrawn documents whose statements are taken back
 * @param touched stories that these belong to
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

/** What may be stated of a plain property. */
const FOLLOWED = new Set(['asserted', 'planned']);

/** What some statements tell of the plain properties of their subjects. */
export function factsIn(said: readonly Said[]): (PropertyEvidence & { readonly of: string })[] {
  return said
    .filter(({ type, modality }) => type === 'PROPERTY' && FOLLOWED.has(modality))
    .map(({ source, fact, confidence, story, modality, publishedOn }) => ({
      ...fact,
      ...{ confidence, story, modality, publishedOn },
      of: source,
    }));
}
