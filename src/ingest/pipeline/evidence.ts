import type { ExtractedStatement } from '../../model/extraction.ts';
import { foldText } from '../../model/ids.ts';

/**
 * Leaves out evidence of an office that does not name it, if another quotation of the document does.
 * "Ann Berg said that talks went on" does not show that she is a minister.
 * @param raw the source text that quotations are spans of
 */
export function withOfficeQuoted(
  raw: string,
  statements: readonly ExtractedStatement[],
): readonly ExtractedStatement[] {
  const namesOffice = ({ quote, properties: { title } }: ExtractedStatement) =>
    typeof title === 'string' &&
    foldText(raw.slice(quote.rawStart, quote.rawEnd)).includes(foldText(title));
  const holding = ({ subject, object, properties }: ExtractedStatement) =>
    `${subject} ${object} ${properties.title}`;
  const offices = statements.filter(({ type }) => type === 'HOLDS_POSITION');
  const quoted = new Set(offices.filter(namesOffice).map(holding));
  return statements.filter(
    (one) => one.type !== 'HOLDS_POSITION' || !quoted.has(holding(one)) || namesOffice(one),
  );
}
