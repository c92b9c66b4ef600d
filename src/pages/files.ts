import { documentAddress, entityAddress } from './address.ts';
import { csvOf } from './csv.ts';
import type { SentenceData, TieData } from './operations/parts.ts';
import type { Sent } from './routes/page.ts';
import { spanOf } from './when.ts';

const TIE_COLUMNS = [
  ...['id', 'source', 'sourceName', 'type', 'target', 'targetName', 'from', 'to', 'modality'],
  ...['confidence', 'statements', 'documents', 'independentSources', 'quote', 'document'],
  'evidence',
];

/** One row per relationship, with its most confident sentence and the address of its evidence. */
function tiesAsCsv(ties: readonly TieData[], origin: string): string {
  const rows = ties.map((tie) => {
    const best = tie.bestStatement;
    const span = spanOf(tie);
    return [
      ...[tie.id, tie.source.id, tie.source.name, tie.type, tie.target.id, tie.target.name],
      ...[span?.from, span?.to, tie.modality, tie.confidence, tie.statementCount],
      ...[tie.documentCount, tie.sourceCount, best?.quote],
      best && `${origin}${documentAddress(best.document.id, best)}`,
      `${origin}${entityAddress(tie.source.id, { edge: tie.id })}`,
    ];
  });
  return csvOf(TIE_COLUMNS, rows);
}

type Cited = Pick<
  SentenceData['document'],
  'id' | 'title' | 'publisher' | 'publishedOn' | 'source'
> & {
  readonly url?: string | null;
};

const BRACES = /[\\{}%&$#_^~]/g;
const inTex = (text: string): string =>
  text.replace(BRACES, (sign) =>
    sign === '\\'
      ? '\\textbackslash{}'
      : sign === '~' || sign === '^'
        ? `\\${sign}{}`
        : `\\${sign}`,
  );
const keyOf = ({ id }: Cited): string => id.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 60);

/** Documents in BibTeX, with dates as precise as known. */
export const bibtexOf = (documents: readonly Cited[], origin: string): string =>
  documents
    .map((document) => {
      const [year, month, day] = document.publishedOn?.split('-') ?? [];
      const fields = [
        ['title', `{${inTex(document.title ?? document.source)}}`],
        ['author', document.publisher && `{${inTex(document.publisher)}}`],
        ['year', year],
        ['month', month && String(Number(month))],
        ['day', day && String(Number(day))],
        ['url', document.url ?? `${origin}${documentAddress(document.id)}`],
      ].filter(([, value]) => value);
      return `@misc{${keyOf(document)},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`;
    })
    .join('\n');

/** Documents in CSL-JSON, which Zotero and others read. */
export const cslOf = (documents: readonly Cited[], origin: string): string =>
  `${JSON.stringify(
    documents.map((document) => ({
      id: keyOf(document),
      type: 'article-newspaper',
      title: document.title ?? document.source,
      ...(document.publisher ? { 'container-title': document.publisher } : {}),
      ...(document.publishedOn
        ? { issued: { 'date-parts': [document.publishedOn.split('-').map(Number)] } }
        : {}),
      URL: document.url ?? `${origin}${documentAddress(document.id)}`,
    })),
    null,
    2,
  )}\n`;

const TYPES = {
  csv: ['text/csv; charset=utf-8', 'csv'],
  json: ['application/json; charset=utf-8', 'json'],
  bibtex: ['application/x-bibtex; charset=utf-8', 'bib'],
  csl: ['application/vnd.citationstyles.csl+json; charset=utf-8', 'csl.json'],
} as const;

export type Format = keyof typeof TYPES;
export const isFormat = (text: string | null): text is Format =>
  text !== null && Object.hasOwn(TYPES, text);

/** A download named after its content. */
export function download(format: Format, name: string, text: string): Sent {
  const [type, ending] = TYPES[format];
  const file = `${name.replace(/[^\w.-]+/g, '-').slice(0, 80)}.${ending}`;
  return {
    status: 200,
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${file}"` },
    text,
  };
}

/** Distinct documents in the order of first mention. */
const documentsOf = (ties: readonly TieData[]): SentenceData['document'][] => [
  ...new Map(
    ties
      .flatMap(({ bestStatement }) => bestStatement?.document ?? [])
      .map((document) => [document.id, document] as const),
  ).values(),
];

/**
 * Relationships with their evidence, or the documents of that evidence, as a file.
 * @param whole the shown data, for JSON
 */
export function tiesFile(
  format: Format,
  name: string,
  { ties, whole, origin }: { ties: readonly TieData[]; whole: object; origin: string },
): Sent {
  const text = {
    csv: () => tiesAsCsv(ties, origin),
    json: () => `${JSON.stringify(whole, null, 2)}\n`,
    bibtex: () => bibtexOf(documentsOf(ties), origin),
    csl: () => cslOf(documentsOf(ties), origin),
  }[format]();
  return download(format, name, text);
}
