import { useEffect, useRef, useState } from 'react';
import { type EvidenceData, Evidence as Operation } from '../../pages/operations/evidence.ts';
import type { MeasuredData } from '../../pages/operations/parts.ts';
import { Evidence } from '../../pages/view/Evidence.tsx';
import { ask } from '../api.ts';
import { CopyButton } from '../export/CopyButton.tsx';
import { citationOf } from '../export/citation.ts';

const STATEMENTS_SHOWN = 20;

interface Found {
  readonly tie: EvidenceData | null;
  readonly measured: MeasuredData | null;
  readonly problem: string | null;
}

async function read(id: string): Promise<Found> {
  const { data, errors } = await ask(Operation, { id, first: STATEMENTS_SHOWN });
  const tie = data?.node?.__typename === 'Relationship' ? data.node : null;
  const problem = errors[0]?.message ?? (tie ? null : 'Nothing is known of it any more.');
  return { tie, measured: data?.summary ?? null, problem };
}

/** The evidence for and against a relationship, beside the picture. */
export function Drawer({ edge, onClose }: { edge: string; onClose: () => void }) {
  const [found, setFound] = useState<Found | null>(null);
  const [attempt, setAttempt] = useState(0);
  const close = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    let current = true;
    void read(edge).then((answer) => current && setFound(answer));
    close.current?.focus();
    return () => {
      current = false;
    };
  }, [edge, attempt]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes whatever of it has the focus
    <div onKeyDown={({ key }) => key === 'Escape' && onClose()}>
      <button
        ref={close}
        type="button"
        className="close"
        aria-label="Close evidence"
        onClick={onClose}
      >
        ×
      </button>
      {!found && <p className="quiet">Reading the evidence …</p>}
      {found?.problem && (
        <p role="alert">
          {found.problem}{' '}
          <button type="button" onClick={() => setAttempt(attempt + 1)}>
            Try again
          </button>
        </p>
      )}
      {found?.tie && (
        <>
          <Evidence tie={found.tie} measured={found.measured} />
          <p className="row">
            <CopyButton text={() => location.href}>Copy link</CopyButton>
            <CopyButton text={() => citationOf(found.tie as EvidenceData)}>
              Copy citation
            </CopyButton>
          </p>
        </>
      )}
    </div>
  );
}
