import { useState } from 'react';
import { KnownOnes, Preview, type PreviewData } from '../../pages/operations/preview.ts';
import { ask } from '../api.ts';
import { Facts, type Known, namesakeKey } from './Facts.tsx';
import { type Given, TextForm } from './TextForm.tsx';

const IDS_MAX = 100;

/**
 * Those of the entities that the graph has already. A text alone may not tell which of several of a name
 * is meant: then those who have the name stand beside it.
 */
async function knownOf({ statements }: PreviewData): Promise<Known> {
  const ends = statements.flatMap(({ subject, object }) =>
    object ? [subject, object] : [subject],
  );
  const some = (values: readonly string[]) => [...new Set(values)].slice(0, IDS_MAX);
  const { data } = await ask(KnownOnes, {
    ids: some(ends.map(({ entityId }) => entityId)),
    names: some(ends.map(({ name }) => name)),
  });
  const namesakes = new Map<string, string>();
  for (const { node } of data?.entities?.edges ?? []) {
    const key = namesakeKey(node.__typename, node.name);
    if (!namesakes.has(key)) namesakes.set(key, node.id);
  }
  return {
    ids: new Set(data?.nodes.flatMap((node) => (node && 'id' in node ? node.id : []))),
    namesakes,
  };
}

/** Shows what a user's text states; the text is sent to the API and not stored. */
export function Read() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [found, setFound] = useState<PreviewData | null>(null);
  const [known, setKnown] = useState<Known>({ ids: new Set(), namesakes: new Map() });
  const read = async (given: Given) => {
    setBusy(true);
    setProblem(null);
    const { data, errors } = await ask(Preview, { ...given });
    const preview = data?.ingestPreview ?? null;
    if (preview) setKnown(await knownOf(preview));
    setFound(preview);
    setProblem(preview ? null : (errors[0]?.message ?? 'There was no answer.'));
    setBusy(false);
  };
  return (
    <>
      <TextForm busy={busy} onRead={(given) => void read(given)} />
      <div aria-live="polite">
        {problem && <p role="alert">{problem}</p>}
        {found && <Facts found={found} known={known} />}
      </div>
    </>
  );
}
