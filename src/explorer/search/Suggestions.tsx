import { useCallback, useEffect, useId, useState } from 'react';
import { type HitData, SearchPage } from '../../pages/operations/search.ts';
import { Icon } from '../../pages/view/Icon.tsx';
import { count, KIND_NAMES, KINDS } from '../../pages/words.ts';
import { ask } from '../api.ts';

/** A pause in typing; every letter would be a request. */
const PAUSE_MS = 160;
const FIRST = 12;

interface Found {
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
  const grouped = [...hits].sort((a, b) => rank(a) - rank(b));
  return {
    query,
    hits: grouped,
    total: data?.search?.totalCount ?? 0,
    problem: errors[0]?.message ?? null,
  };
}

function useFound(input: HTMLInputElement): [Found | null, (found: Found | null) => void] {
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
    const onLeave = () => setTimeout(() => setFound(null), 150);
    input.addEventListener('input', onInput);
    input.addEventListener('blur', onLeave);
    return () => {
      clearTimeout(timer);
      input.removeEventListener('input', onInput);
      input.removeEventListener('blur', onLeave);
    };
  }, [input]);
  return [found, setFound];
}

/** Names that are like what is typed, below a box that the server made: a combobox with a list. */
export function Suggestions({
  input,
  onPick,
}: {
  input: HTMLInputElement;
  onPick: (hit: HitData) => void;
}) {
  const list = useId();
  const [found, setFound] = useFound(input);
  const [at, setAt] = useState(-1);
  const hits = found?.hits ?? [];
  const pick = useCallback(
    (hit: HitData) => {
      setFound(null);
      onPick(hit);
    },
    [onPick, setFound],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer begins without a choice
  useEffect(() => setAt(-1), [found]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key } = event;
      const hit = hits[at];
      if (key === 'ArrowDown' && hits.length > 0) setAt((at + 1) % hits.length);
      else if (key === 'ArrowUp' && hits.length > 0) setAt((at + hits.length - 1) % hits.length);
      else if (key === 'Escape' && found) setFound(null);
      else if (key === 'Enter' && hit) pick(hit);
      else return;
      event.preventDefault();
    };
    input.addEventListener('keydown', onKey);
    return () => input.removeEventListener('keydown', onKey);
  }, [input, found, hits, at, pick, setFound]);
  useEffect(() => {
    const attributes = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': list,
      'aria-expanded': String(hits.length > 0),
      autocomplete: 'off',
    };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    if (at >= 0) input.setAttribute('aria-activedescendant', `${list}-${at}`);
    else input.removeAttribute('aria-activedescendant');
  }, [input, list, hits.length, at]);
  return (
    <div className="suggestions" hidden={!found}>
      <div role="listbox" id={list} aria-label="Names" hidden={hits.length === 0}>
        {KIND_NAMES.filter((kind) => hits.some(({ node }) => node.__typename === kind))
          .sort(
            (a, b) =>
              hits.findIndex(({ node }) => node.__typename === a) -
              hits.findIndex(({ node }) => node.__typename === b),
          )
          .map((kind) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, as the listbox pattern has it
            <div key={kind} role="group" aria-label={KINDS[kind].many}>
              <div className="group-name" aria-hidden="true">
                {KINDS[kind].many}
              </div>
              {hits.map((hit, i) =>
                hit.node.__typename !== kind ? null : (
                  // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box, which names the option
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the box takes the keys
                  <div
                    key={hit.node.id}
                    id={`${list}-${i}`}
                    role="option"
                    aria-selected={i === at}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => pick(hit)}
                  >
                    <Icon kind={kind} />
                    <span>
                      {hit.node.name}
                      {hit.matchedName !== hit.node.name && (
                        <small> also “{hit.matchedName}”</small>
                      )}
                    </span>
                    <small>{count(hit.node.statementCount, 'statement')}</small>
                  </div>
                ),
              )}
            </div>
          ))}
      </div>
      <p className="found" role="status">
        {found?.problem ??
          (found &&
            (hits.length > 0
              ? `${hits.length} of ${count(found.total, 'name')}; Enter shows all`
              : `Nothing is called “${found.query}”`))}
      </p>
    </div>
  );
}
