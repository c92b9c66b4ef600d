import type { ApiError } from '../operations/graphql.ts';
import { problemOf, type Shown, statusOf } from './page.ts';

const words = (status: number, title: string, canonical: string, body: Shown['body']): Shown => ({
  status,
  page: 'sorry',
  head: { title: `${title} · Entente`, description: title, canonical, index: false },
  body,
});

/** A page for an unknown address, with links that may help. */
export const notHere = (canonical: string, what = 'this address'): Shown =>
  words(
    404,
    'Nothing is here',
    canonical,
    <>
      <h1>Nothing is here</h1>
      <p>Nothing is known of {what}. It may have been merged with another, or never been read.</p>
      <p>
        Look for a name in the box above, or begin at the <a href="/">start page</a>.
      </p>
    </>,
  );

/** A page for a failed request: the reason, and a link to try again. */
export const failed = (canonical: string, errors: readonly ApiError[]): Shown =>
  words(
    errors.length === 0 ? 500 : statusOf(errors),
    'That did not work',
    canonical,
    <>
      <h1>That did not work</h1>
      <p role="alert">{problemOf(errors) ?? 'The graph gave no answer.'}</p>
      <p>
        <a href={canonical}>Try again</a>, or begin at the <a href="/">start page</a>.
      </p>
    </>,
  );
