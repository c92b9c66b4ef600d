import { useEffect } from 'react';
import { markList } from './list.ts';
import { inYears } from './surroundings.ts';
import type { Years } from './years.ts';

/** Keeps the server's list in step with the chosen relationship and years. */
export function useList(edge: string | null, years: Years, select: (edge: string) => void): void {
  useEffect(() => markList(select), [select]);
  useEffect(() => {
    for (const item of document.querySelectorAll<HTMLElement>('.ties li')) {
      const { edge: own, from, to } = item.dataset;
      item.classList.toggle('current', own === edge);
      item.hidden = !inYears(from, from && !to ? null : to, years);
    }
  }, [edge, years]);
}
