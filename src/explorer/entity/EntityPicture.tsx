import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { entityAddress } from '../../pages/address.ts';
import { textOf } from '../../pages/operations/graphql.ts';
import { Surroundings as Operation } from '../../pages/operations/picture.ts';
import { Icon } from '../../pages/view/Icon.tsx';
import { spanOf } from '../../pages/when.ts';
import { count, isTieType } from '../../pages/words.ts';
import { ask } from '../api.ts';
import { Actions } from '../export/Actions.tsx';
import { surroundingsCypher } from '../export/cypher.ts';
import { Graph } from '../picture/Graph.tsx';
import { Legend } from '../picture/Legend.tsx';
import { useLayout } from '../picture/use-layout.ts';
import { useSize } from '../picture/use-size.ts';
import { Drawer } from './Drawer.tsx';
import { markList } from './list.ts';
import { useEntityState } from './state.ts';
import {
  barsOf,
  inYears,
  layoutOf,
  linesOf,
  NODES_MAX,
  type Surroundings,
  surroundingsOf,
} from './surroundings.ts';
import { Timeline } from './Timeline.tsx';

function useSurroundings(id: string) {
  const variables = useMemo(() => {
    const asked = new URLSearchParams(location.search).get('types')?.split(',') ?? [];
    const types = asked.filter(isTieType);
    return { id, depth: 2, first: NODES_MAX - 1, types: types.length > 0 ? types : null };
  }, [id]);
  const [found, setFound] = useState<Surroundings | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const read = useCallback(async () => {
    setProblem(null);
    const { data, errors } = await ask(Operation, variables);
    if (data?.neighbourhood) setFound(surroundingsOf(data.neighbourhood, id));
    else setProblem(errors[0]?.message ?? 'There is no picture.');
  }, [id, variables]);
  useEffect(() => void read(), [read]);
  return { found, problem, read, variables };
}

/** Who of the picture is in none of the chosen years. */
function faintOf(
  found: Surroundings | null,
  focus: string,
  years: { from: number | null; to: number | null },
) {
  const faint = new Set<string>();
  for (const tie of found?.ties ?? []) {
    if (tie.source.id !== focus && tie.target.id !== focus) continue;
    const span = spanOf(tie);
    const other = tie.source.id === focus ? tie.target.id : tie.source.id;
    if (!inYears(span?.from, span ? span.to : undefined, years)) faint.add(other);
  }
  for (const tie of found?.ties ?? []) {
    const span = spanOf(tie);
    if (tie.source.id !== focus && tie.target.id !== focus) continue;
    if (inYears(span?.from, span ? span.to : undefined, years))
      faint.delete(tie.source.id === focus ? tie.target.id : tie.source.id);
  }
  return faint;
}

/** Picture, timeline and evidence of an entity, beside the list that the server made. */
export function EntityPicture({ id, name }: { id: string; name: string }) {
  const [{ edge, years }, change] = useEntityState();
  const { found, problem, read, variables } = useSurroundings(id);
  const stage = useRef<HTMLDivElement>(null);
  const size = useSize(stage);
  const input = useMemo(
    () => (found && size ? layoutOf(found, id, size) : null),
    [found, id, size],
  );
  const nodes = useLayout(input);
  const lines = useMemo(() => (found ? linesOf(found, id) : []), [found, id]);
  const bars = useMemo(() => (found ? barsOf(found, id) : []), [found, id]);
  const faint = useMemo(() => faintOf(found, id, years), [found, id, years]);
  const opener = useRef<Element | null>(null);
  const select = useCallback(
    (line: string) => {
      opener.current = document.activeElement;
      change({ edge: line });
    },
    [change],
  );
  const close = useCallback(() => {
    change({ edge: null });
    if (opener.current instanceof HTMLElement || opener.current instanceof SVGElement)
      opener.current.focus();
  }, [change]);
  useEffect(() => markList(select), [select]);
  useEffect(() => {
    for (const item of document.querySelectorAll<HTMLElement>('.ties li')) {
      item.classList.toggle('current', item.dataset.edge === edge);
      const { from, to } = item.dataset;
      item.hidden = !inYears(from, from && !to ? null : to, years);
    }
  }, [edge, years]);
  const drawer = document.getElementById('evidence');
  if (drawer) drawer.hidden = edge === null;
  const kinds = new Set((nodes ?? []).map(({ kind }) => kind));
  const shown = nodes?.length ?? 0;
  const left = found ? found.omitted + found.entities.size - shown : 0;
  return (
    <>
      <div className="stage" ref={stage}>
        {problem && (
          <p role="alert">
            {problem}{' '}
            <button type="button" onClick={() => void read()}>
              Try again
            </button>
          </p>
        )}
        {!found && !problem && <p className="tally">Drawing …</p>}
        {nodes && size && (
          <>
            <Graph
              nodes={nodes}
              lines={lines}
              focus={id}
              size={size}
              selected={edge}
              faint={faint}
              onSelect={select}
              onOpen={(entity) => location.assign(entityAddress(entity))}
            />
            <p className="tally" aria-live="polite" data-left={left}>
              {count(shown, 'entity', 'entities')}
              {left > 0 && `; ${left.toLocaleString('en')} more are left out`}
            </p>
          </>
        )}
      </div>
      <section className="time" aria-label="Timeline">
        {found && (
          <Timeline
            bars={bars}
            years={years}
            selected={edge}
            onYears={(next) => change({ years: next })}
            onSelect={select}
          />
        )}
      </section>
      <div className="below">
        <Legend kinds={kinds} />
        <Actions
          title={name}
          kinds={kinds}
          picture={stage}
          query={textOf(Operation)}
          variables={variables}
          cypher={surroundingsCypher(id)}
        />
        <details className="as-list">
          <summary>The picture as a list</summary>
          <ul>
            {nodes?.map((node) => (
              <li key={node.id} data-listed={node.id}>
                <Icon kind={node.kind} /> <a href={entityAddress(node.id)}>{node.name}</a>
              </li>
            ))}
          </ul>
        </details>
      </div>
      {drawer && edge !== null && createPortal(<Drawer edge={edge} onClose={close} />, drawer)}
    </>
  );
}
