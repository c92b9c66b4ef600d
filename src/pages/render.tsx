import { renderToStaticMarkup } from 'react-dom/server';
import type { Shown } from './routes/page.ts';
import { type Assets, Layout, type Question, type Tools } from './view/Layout.tsx';

export interface RenderOptions {
  readonly assets: Assets;
  readonly origin: string;
  readonly tools: Tools;
  /** The page's query to the API. */
  readonly question?: Question | undefined;
}

/** Renders a page as HTML. React escapes the content of documents in text and attributes. */
export const render = (
  { page, head, query, body }: Shown,
  { assets, origin, tools, question }: RenderOptions,
): string =>
  `<!doctype html>${renderToStaticMarkup(
    <Layout
      page={page}
      head={head}
      query={query ?? ''}
      assets={assets}
      origin={origin}
      tools={tools}
      question={question}
    >
      {body}
    </Layout>,
  )}`;
