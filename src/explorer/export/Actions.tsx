import type { RefObject } from 'react';
import { shapeOf } from '../../pages/view/Icon.tsx';
import { graphiqlAddress } from '../../pages/view/Layout.tsx';
import { inWords, KINDS, type Kind } from '../../pages/words.ts';
import { save } from '../save.ts';
import { CypherActions, useTools } from './CypherActions.tsx';
import { pictureAsPng, pictureAsSvg } from './picture-file.ts';

const fileName = (title: string) => title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);

function captionOf(title: string, kinds: ReadonlySet<Kind>) {
  const day = inWords(new Date().toISOString());
  return {
    title,
    source: `Entente, ${location.href} (${day}). Being listed here is no proof of wrongdoing.`,
    legend: [...kinds].map((kind) => ({
      words: KINDS[kind].one,
      family: KINDS[kind].family,
      path: shapeOf(kind, 6),
    })),
  };
}

/** Buttons that save a picture or open its query in another tool. */
export function Actions({
  title,
  kinds,
  picture,
  query,
  variables,
  cypher,
}: {
  title: string;
  kinds: ReadonlySet<Kind>;
  /** The element that contains the picture. */
  picture: RefObject<HTMLElement | null>;
  query: string;
  variables: object;
  cypher: string;
}) {
  const tools = useTools();
  const drawn = () => picture.current?.querySelector<SVGSVGElement>('svg.graph') ?? null;
  const take = async (format: 'svg' | 'png') => {
    const svg = drawn();
    if (!svg) return;
    const text = pictureAsSvg(svg, captionOf(title, kinds));
    const blob =
      format === 'svg'
        ? new Blob([text], { type: 'image/svg+xml' })
        : await pictureAsPng(text, svg.getBoundingClientRect().width);
    save(`${fileName(title)}.${format}`, blob);
  };
  return (
    <div className="actions">
      <button type="button" onClick={() => void take('png')}>
        PNG
      </button>
      <button type="button" onClick={() => void take('svg')}>
        SVG
      </button>
      {tools?.graphiql && (
        <a className="button" href={graphiqlAddress({ query, variables })}>
          Open in GraphiQL
        </a>
      )}
      <CypherActions cypher={cypher} tools={tools} />
    </div>
  );
}
