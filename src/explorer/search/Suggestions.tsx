import { useCallback, useEffect, useId, useState } from 'react';
import type { HitData } from '../../pages/operations/search.ts';
import { count } from '../../pages/words.ts';
import { Options } from './Options.tsx';
import { type Found, useFound } from './use-found.ts';

/** The hit chosen by the keyboard. */
function useKeys(
  input: HTMLInputElement,
  found: Found | null,
  pick: (hit: HitData) => void,
  close: () => void,
): number {
  const [at, setAt] = useState(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer begins without a choice
  useEffect(() => setAt(-1), [found]);
  useEffect(() => {
    const hits = found?.hits ?? [];
    const onKey = (event: KeyboardEvent) => {
      const { key } = event;
      const hit = hits[at];
      if (key === 'ArrowDown' && hits.length > 0) setAt((at + 1) % hits.length);
      else if (key === 'ArrowUp' && hits.length > 0) setAt((at + hits.length - 1) % hits.length);
      else if (key === 'Escape' && found) close();
      else if (key === 'Enter' && hit) pick(hit);
      else return;
      event.preventDefault();
    };
    input.addEventListener('keydown', onKey);
    return () => input.removeEventListener('keydown', onKey);
  }, [input, found, at, pick, close]);
  return at;
}

/** Sets the ARIA attributes of a combobox. */
function useRole(input: HTMLInputElement, list: string, open: boolean, at: number): void {
  useEffect(() => {
    const attributes = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': list,
      'aria-expanded': String(open),
      autocomplete: 'off',
    };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    if (at >= 0) input.setAttribute('aria-activedescendant', `${list}-${at}`);
    else input.removeAttribute('aria-activedescendant');
  }, [input, list, open, at]);
}

function said(found: Found): string {
  if (found.problem) return found.problem;
  if (found.hits.length === 0) return `Nothing is called “${found.query}”`;
  return `${found.hits.length} of ${count(found.total, 'name')}`;
}

/** Suggests names for the text of an input that the server rendered. */
export function Suggestions({
  input,
  onPick,
}: {
  input: HTMLInputElement;
  onPick: (hit: HitData) => void;
}) {
  const list = useId();
  const [found, setFound] = useFound(input);
  const close = useCallback(() => setFound(null), [setFound]);
  const pick = useCallback(
    (hit: HitData) => {
      close();
      onPick(hit);
    },
    [onPick, close],
  );
  const at = useKeys(input, found, pick, close);
  const hits = found?.hits ?? [];
  useRole(input, list, hits.length > 0, at);
  return (
    <div className="suggestions" hidden={!found}>
      <Options id={list} hits={hits} chosen={at} onPick={pick} />
      <p className="found" role="status">
        {found && said(found)}
      </p>
    </div>
  );
}
