import { useCallback, useEffect, useState } from 'react';
import type { Years } from './years.ts';

/** The chosen parts of an entity's page, kept in the address so that it can be shared. */
export interface EntityState {
  readonly edge: string | null;
  readonly years: Years;
  /** Number of entities drawn around it, if it differs from the default. */
  readonly around: number | null;
}

const yearIn = (query: URLSearchParams, name: string): number | null => {
  const text = query.get(name);
  return text && /^\d{4}$/.test(text) ? Number(text) : null;
};

function read(): EntityState {
  const query = new URLSearchParams(location.search);
  return {
    edge: query.get('edge'),
    years: { from: yearIn(query, 'from'), to: yearIn(query, 'to') },
    around: Number(query.get('around')) || null,
  };
}

function addressOf({ edge, years, around }: EntityState): string {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries({ edge, from: years.from, to: years.to, around }))
    if (value === null) query.delete(name);
    else query.set(name, String(value));
  const text = query.toString().replaceAll('%3A', ':');
  return `${location.pathname}${text ? `?${text}` : ''}`;
}

/** The state in the address, and a function that changes it, adding chosen edges to the history. */
export function useEntityState(): [EntityState, (change: Partial<EntityState>) => void] {
  const [state, setState] = useState(read);
  useEffect(() => {
    const again = () => setState(read());
    addEventListener('popstate', again);
    return () => removeEventListener('popstate', again);
  }, []);
  const change = useCallback((part: Partial<EntityState>) => {
    const next = { ...read(), ...part };
    if (part.edge !== undefined) history.pushState(null, '', addressOf(next));
    else history.replaceState(null, '', addressOf(next));
    setState(next);
  }, []);
  return [state, change];
}
