import { useEffect, useState } from 'react';
import { type HitData, SearchPage } from '../../pages/operations/search.ts';
import { ask } from '../api.ts';

/** A pause in typing; every letter would be a request. */
const PAUSE_MS = 160;
/** A click on the list takes the focus out of the box for a moment. */
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
  // Grouped by kind, the kind of the best hit first; arrows go through them in this order.
  const rank = (hit: HitData) =>
    hits.findIndex(({ node }) => node.__typename === hit.node.__typename);
  return {
    query,
    hits: [...hits].sort((a, b) => rank(a) - rank(b)),
    total: data?.search?.totalCount ?? 0,
    problem: errors[0]?.message ?? null,
  };
}

/** What is found for the text of a box, while it has the focus. */
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
    // Whoever was faster than this script has typed already.
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
