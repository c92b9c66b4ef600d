import { documentAddress, sentenceRange } from '../address.ts';
import { bibtexOf, cslOf, download } from '../files.ts';
import {
  type DocumentData,
  DocumentPage as Operation,
  SentenceAt,
} from '../operations/document.ts';
import type { Ask } from '../operations/graphql.ts';
import { DocumentPage, type Range } from '../view/DocumentPage.tsx';
import { titleOf } from '../view/Sentence.tsx';
import { count } from '../words.ts';
import type { PageRequest, Sent, Shown } from './page.ts';
import { failed, notHere } from './sorry.tsx';

function file(format: string | null, document: DocumentData, origin: string): Sent | null {
  const name = titleOf(document);
  if (format === 'bibtex') return download(format, name, bibtexOf([document], origin));
  if (format === 'csl') return download(format, name, cslOf([document], origin));
  if (format === 'json')
    return download(format, name, `${JSON.stringify({ document }, null, 2)}\n`);
  return null;
}

/** A sentence beyond the excerpt that may be shown, with its surroundings. */
async function sentenceAt(ask: Ask, id: string, range: Range) {
  const { data } = await ask(SentenceAt, { id, start: range.start });
  if (data?.node?.__typename !== 'Document') return null;
  const said = data.node.statements.edges.find(({ node }) => node.end === range.end);
  if (!said) return null;
  const { text, start, end } = said.node.context;
  return { text, mark: { start, end } };
}

const jsonLdOf = (document: DocumentData): object => ({
  '@context': 'https://schema.org',
  '@type': 'Article',
  headline: titleOf(document),
  ...(document.publishedOn ? { datePublished: document.publishedOn } : {}),
  ...(document.publisher
    ? { publisher: { '@type': 'Organization', name: document.publisher } }
    : {}),
  ...(document.url ? { url: document.url } : {}),
});

/** `/docs/:id`, with `?s=120-180` at a sentence. */
export async function documentRoute(
  { url, ask, wholeTexts }: PageRequest,
  id: string,
): Promise<Shown | Sent> {
  const canonical = documentAddress(id);
  const { data, errors } = await ask(Operation, { id });
  const document = data?.node?.__typename === 'Document' ? data.node : null;
  if (!document) return errors.length > 0 ? failed(canonical, errors) : notHere(canonical, id);
  const sent = file(url.searchParams.get('format'), document, url.origin);
  if (sent) return sent;
  const mark = sentenceRange(url.searchParams.get('s'));
  // An excerpt ends with a mark that is not part of the text.
  const whole = wholeTexts || !document.text.endsWith('…');
  const behind = mark !== null && !whole && mark.end > document.text.length - 1;
  const { publisher, statements } = document;
  return {
    status: 200,
    page: 'document',
    head: {
      title: `${titleOf(document)} · Entente`,
      description: `${count(statements.totalCount, 'statement')} read from “${titleOf(document)}”${publisher ? `, ${publisher}` : ''}, each at its sentence.`,
      canonical,
      jsonLd: jsonLdOf(document),
    },
    body: (
      <DocumentPage
        document={document}
        mark={mark}
        excerpt={behind ? await sentenceAt(ask, id, mark) : null}
        whole={whole}
      />
    ),
  };
}
