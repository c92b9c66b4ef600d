import type { Writer } from '../../db/database.ts';
import { Groups } from '../resolve/groups.ts';
import { BANDS, sameStory } from '../resolve/reprints.ts';
import type { Prepared } from './prepare.ts';

/** A document of the graph that may belong to the same story as one of the batch. */
interface Candidate {
  readonly document: string;
  readonly story: string;
  readonly signature: readonly number[];
}

export interface Stories {
  /** The story of each document of the batch. */
  readonly of: ReadonlyMap<string, string>;
  /** Stories of the graph that documents of the batch belong to. */
  readonly known: readonly string[];
  /** Those of them that were merged into another story. */
  readonly moved: ReadonlyMap<string, string>;
}

const isComparable = ({ fingerprint }: Prepared) => fingerprint?.bands.length === BANDS;

/** Groups the documents of a batch into stories, given documents of the graph that share a band. */
export function storiesOf(
  documents: readonly Prepared[],
  candidates: readonly Candidate[],
): Stories {
  const groups = new Groups();
  const byId = new Map(documents.map((document) => [document.id, document]));
  const known = new Set<string>();
  for (const { document, story, signature } of candidates)
    if (sameStory(byId.get(document)!.fingerprint!.signature, signature)) {
      groups.join(document, story);
      known.add(story);
    }
  const byBand = new Map<string, Prepared[]>();
  for (const one of documents.filter(isComparable))
    for (const [at, band] of one.fingerprint!.bands.entries()) {
      const key = `${at} ${band}`;
      const others = byBand.get(key) ?? [];
      for (const other of others)
        if (sameStory(one.fingerprint!.signature, other.fingerprint!.signature))
          groups.join(one.id, other.id);
      byBand.set(key, [...others, one]);
    }
  const moved = [...known].filter((story) => groups.find(story) !== story);
  return {
    of: new Map(documents.map(({ id }) => [id, groups.find(id)])),
    known: [...known],
    moved: new Map(moved.map((story) => [story, groups.find(story)])),
  };
}

/**
 * Decides the stories of a batch under the writer's lock, so that two simultaneous reprints find
 * each other.
 * @param except documents that are about to be changed or superseded
 */
export async function decideStories(
  writer: Writer,
  documents: readonly Prepared[],
  except: readonly string[],
): Promise<Stories> {
  const asked = documents
    .filter(isComparable)
    .map(({ id, fingerprint }) => ({ id, bands: fingerprint!.bands }));
  const rows =
    asked.length > 0 ? await writer.read('storyCandidates', { documents: asked, except }) : [];
  return storiesOf(
    documents,
    rows.map(({ signature, ...row }) => ({ ...row, signature: signature as number[] })),
  );
}
