import { useRef } from 'react';
import { pathCypher } from '../../pages/cypher.ts';
import { textOf } from '../../pages/operations/graphql.ts';
import { Paths } from '../../pages/operations/path.ts';
import { Actions } from '../export/Actions.tsx';
import { Legend } from '../picture/Legend.tsx';
import { useSize } from '../picture/use-size.ts';
import { type Chain, rowsOf } from './chains.ts';
import { Row } from './Row.tsx';

/** Draws the paths as rows; the server also lists their steps. */
export function PathPicture({
  chains,
  title,
  variables,
}: {
  chains: readonly Chain[];
  title: string;
  variables: object;
}) {
  const stage = useRef<HTMLElement>(null);
  const size = useSize(stage);
  const kinds = new Set(chains.flatMap(({ nodes }) => nodes.map(({ kind }) => kind)));
  const edges = chains.flatMap(({ steps }) => steps.map(({ id }) => id));
  const { rows, step, ...whole } = rowsOf(chains, size?.width ?? 0);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="stage rows" ref={stage} aria-label="Picture of the paths" tabIndex={0}>
        {size && (
          <svg className="graph" {...whole} aria-label="Paths, each on a row">
            {rows.map(({ drawn, lines }, i) => (
              <Row
                key={chains[i]?.steps.map(({ id }) => id).join()}
                drawn={drawn}
                lines={lines}
                step={step}
              />
            ))}
          </svg>
        )}
      </section>
      <div className="below">
        <Legend kinds={kinds} />
        <Actions
          title={title}
          kinds={kinds}
          picture={stage}
          query={textOf(Paths)}
          variables={variables}
          cypher={pathCypher(edges)}
        />
      </div>
    </>
  );
}
