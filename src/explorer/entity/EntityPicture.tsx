import { useCallback, useMemo, useRef } from 'react';
import { createPortal } from 'react-dom';
import { entityAddress } from '../../pages/address.ts';
import { surroundingsCypher } from '../../pages/cypher.ts';
import { textOf } from '../../pages/operations/graphql.ts';
import { Surroundings as Operation } from '../../pages/operations/picture.ts';
import { Icon } from '../../pages/view/Icon.tsx';
import { count } from '../../pages/words.ts';
import { Actions } from '../export/Actions.tsx';
import type { Drawn } from '../picture/drawn.ts';
import { Graph } from '../picture/Graph.tsx';
import { Legend } from '../picture/Legend.tsx';
import { useLayout } from '../picture/use-layout.ts';
import { useSize } from '../picture/use-size.ts';
import { Drawer } from './Drawer.tsx';
import { useEntityState } from './state.ts';
import { AROUND, barsOf, faintOf, layoutOf, linesOf, NODES_MAX } from './surroundings.ts';
import { Timeline } from './Timeline.tsx';
import { useList } from './use-list.ts';
import { useSurroundings } from './use-surroundings.ts';

const NOBODY: ReadonlySet<string> = new Set();
const open = (entity: string) => location.assign(entityAddress(entity));

function Tally({
  shown,
  left,
  more,
  onMore,
}: {
  shown: number;
  left: number;
  /** How many left-out entities could still be drawn. */
  more: number;
  onMore: () => void;
}) {
  return (
    <p className="tally" aria-live="polite" data-left={left}>
      {count(shown, 'entity', 'entities')}
      {left > 0 && `; ${left.toLocaleString('en')} more are left out`}
      {more > 0 && (
        <button type="button" onClick={onMore}>
          Show {more} more
        </button>
      )}
    </p>
  );
}

const AsList = ({ nodes }: { nodes: readonly Drawn[] }) => (
  <details className="as-list">
    <summary>The picture as a list</summary>
    <ul>
      {nodes.map(({ id, kind, name }) => (
        <li key={id} data-listed={id}>
          <Icon kind={kind} /> <a href={entityAddress(id)}>{name}</a>
        </li>
      ))}
    </ul>
  </details>
);

/** Choosing a relationship opens its evidence; closing returns the focus to where it was chosen. */
function useChoice(change: (part: { edge: string | null }) => void) {
  const opener = useRef<Element | null>(null);
  const select = useCallback(
    (edge: string) => {
      opener.current = document.activeElement;
      change({ edge });
    },
    [change],
  );
  const close = useCallback(() => {
    change({ edge: null });
    if (opener.current instanceof HTMLElement || opener.current instanceof SVGElement)
      opener.current.focus();
  }, [change]);
  return { select, close };
}

/** Picture, timeline and evidence of an entity, beside the list that the server rendered. */
export function EntityPicture({ id, name }: { id: string; name: string }) {
  const [{ edge, years, around }, change] = useEntityState();
  const { select, close } = useChoice(change);
  const { found, problem, read, variables } = useSurroundings(
    id,
    Math.min(around ?? AROUND, NODES_MAX - 1),
  );
  const stage = useRef<HTMLDivElement>(null);
  // The timeline takes its part of the height as soon as there is something to show.
  const size = useSize(stage, found !== null);
  const input = useMemo(() => found && size && layoutOf(found, id, size), [found, id, size]);
  const nodes = useLayout(input);
  const lines = useMemo(() => (found ? linesOf(found, id) : []), [found, id]);
  const bars = useMemo(() => (found ? barsOf(found, id) : []), [found, id]);
  const faint = useMemo(() => (found ? faintOf(found, id, years) : NOBODY), [found, id, years]);
  useList(edge, years, select);
  const drawer = document.getElementById('evidence');
  if (drawer) drawer.hidden = edge === null;
  // The legend stands below before the picture is measured, or its second line would move all.
  const kinds = new Set([...(found?.entities.values() ?? [])].map(({ __typename }) => __typename));
  const shown = nodes?.length ?? 0;
  const choice = { selected: edge, onSelect: select };
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
        {!nodes && !problem && <p className="tally">Drawing …</p>}
        {nodes && size && found && (
          <>
            <Graph {...{ nodes, lines, focus: id, size, faint, onOpen: open, ...choice }} />
            <Tally
              shown={shown}
              left={found.omitted + found.entities.size - shown}
              more={found.more}
              onMore={() => change({ around: NODES_MAX - 1 })}
            />
          </>
        )}
      </div>
      <section className="time" aria-label="Timeline">
        {found && (
          <Timeline bars={bars} years={years} onYears={(to) => change({ years: to })} {...choice} />
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
        <AsList nodes={nodes ?? []} />
      </div>
      {drawer && edge !== null && createPortal(<Drawer edge={edge} onClose={close} />, drawer)}
    </>
  );
}
