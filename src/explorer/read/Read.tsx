import { useState } from 'react';
import { KnownOnes, Preview, type PreviewData } from '../../pages/operations/preview.ts';
import { ask } from '../api.ts';
import { Facts } from './Facts.tsx';
import { type Given, TextForm } from './TextForm.tsx';

const IDS_MAX = 100;

/** Ids of those entities that the graph has. */
async function knownOf({ statements }: PreviewData): Promise<Set<string>> {
  const ids = [
    ...new Set(
      statements.flatMap(({ subject, object }) =>
        [subject.entityId, object?.entityId ?? []].flat(),
      ),
    ),
  ];
  const { data } = await ask(KnownOnes, { ids: ids.slice(0, IDS_MAX) });
  return new Set(data?.nodes.flatMap((node) => (node && 'id' in node ? node.id : [])));
}

/** Shows what a user's text states; the text is sent to the API and not stored. */
export function Read() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [found, setFound] = useState<PreviewData | null>(null);
  const [known, setKnown] = useState<ReadonlySet<string>>(new Set());
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
