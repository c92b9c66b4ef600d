import { useCallback, useEffect, useMemo, useState } from 'react';
import {
  Surroundings as Operation,
  type SurroundingsData,
} from '../../pages/operations/picture.ts';
import { isTieType } from '../../pages/words.ts';
import { ask } from '../api.ts';
import { NODES_MAX, surroundingsOf } from './surroundings.ts';

/** Steps around the focus; the second shows where neighbours lead. */
const DEPTH = 2;

/** Reads the surroundings of an entity, for the types in the address, and returns the variables. */
export function useSurroundings(id: string, around: number) {
  const variables = useMemo(() => {
    const asked = new URLSearchParams(location.search).get('types')?.split(',') ?? [];
    const types = asked.filter(isTieType);
    return { id, depth: DEPTH, first: NODES_MAX - 1, types: types.length > 0 ? types : null };
  }, [id]);
  const [all, setAll] = useState<SurroundingsData | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const read = useCallback(async () => {
    setProblem(null);
    const { data, errors } = await ask(Operation, variables);
    if (data?.neighbourhood) setAll(data.neighbourhood);
    else setProblem(errors[0]?.message ?? 'There is no picture.');
  }, [variables]);
  const found = useMemo(() => all && surroundingsOf(all, id, around), [all, id, around]);
  useEffect(() => void read(), [read]);
  return { found, problem, read, variables };
}
