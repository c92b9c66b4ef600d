import { useEffect, useState } from 'react';
import { type HitData, SearchPage } from '../../pages/operations/search.ts';
import { ask } from '../api.ts';

/** Pause in typing before a request is sent. */
const PAUSE_MS = 160;
/** A click on the list takes the focus from the input for a moment. */
const LEAVE_MS = 150;
const FIRST = 12;

export interface Found {
  readonly query: string;
  readonly hits: readonly HitData[];
  readonly total: number;
  readonly problem: string | null;
}

async function look(query: string): Promise<Found> {
  const { data, errors } = await ask(SearchPage, { query, first: FIRST });
  const hits = data?.search?.edges.map(({ node }) => node) ?? [];
  // Hits by kind, the kind of the best hit first; arrow keys follow this order.
  const rank = (hit: HitData) =>
    hits.findIndex(({ node }) => node.__typename === hit.node.__typename);
  return {
    query,
    hits: [...hits].sort((a, b) => rank(a) - rank(b)),
    total: data?.search?.totalCount ?? 0,
    problem: errors[0]?.message ?? null,
  };
}

/** Hits for the text of an input while it has the focus. */
export function useFound(input: HTMLInputElement): [Found | null, (found: Found | null) => void] {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let latest = '';
    const onInput = () => {
      latest = input.value.trim();
      clearTimeout(timer);
      if (latest === '') return setFound(null);
      timer = setTimeout(
        () => void look(latest).then((answer) => answer.query === latest && setFound(answer)),
        PAUSE_MS,
      );
    };
    const onLeave = () => setTimeout(() => setFound(null), LEAVE_MS);
    input.addEventListener('input', onInput);
    // The user may have typed before this script was loaded.
    if (document.activeElement === input && input.value !== input.defaultValue) onInput();
    input.addEventListener('blur', onLeave);
    return () => {
      clearTimeout(timer);
      input.removeEventListener('input', onInput);
      input.removeEventListener('blur', onLeave);
    };
  }, [input]);
  return [found, setFound];
}
