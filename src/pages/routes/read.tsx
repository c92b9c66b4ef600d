import type { PageRequest, Shown } from './page.ts';

/** The form for a text; the page's script shows the answer below it. */
function ReadPage({ open }: { open: boolean }) {
  return (
    <>
      <h1>What does this text say?</h1>
      <p className="lead">
        Paste an article, a readout or a notice in English, or drop a PDF: the facts that it would
        add are shown with the sentence that says so. Nothing of it is stored.
      </p>
      {open ? (
        <>
          <div data-island="read" />
          <noscript>
            <p>
              This page needs JavaScript. Without it, <code>entente ingest --dry-run FILE</code> and
              the field <code>ingestPreview</code> of the API do the same.
            </p>
          </noscript>
        </>
      ) : (
        <p>
          Reading of texts is switched off on this server; whoever runs it may set{' '}
          <code>INGEST_PREVIEW=on</code>.
        </p>
      )}
    </>
  );
}

/** `/read`: what a user's text states. */
export const readRoute = async ({ canRead }: PageRequest): Promise<Shown> => ({
  status: 200,
  page: 'read',
  head: {
    title: 'What does this text say? · Entente',
    description: 'Paste a text or drop a PDF and see the facts that it would add, with quotes.',
    canonical: '/read',
    index: false,
  },
  body: <ReadPage open={canRead} />,
});
