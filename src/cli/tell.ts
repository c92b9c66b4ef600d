import type { Report } from '../ingest/ingest.ts';

/** Most lines of each list, so that the first stays visible on a terminal. */
const LINES_MAX = 20;

function* listed(
  what: string,
  told: readonly { readonly file: string; readonly reason: string }[],
  all: number,
  where: string,
): Generator<string> {
  for (const { file, reason } of told.slice(0, LINES_MAX)) yield `${what}: ${file}: ${reason}`;
  const more = all - Math.min(LINES_MAX, told.length);
  if (more > 0) yield `${what}: ${more} more; ${where}`;
}

/** The result of an ingest for people: each file that was refused, replaced, left out, or without facts. */
export function* linesOf(report: Report): Generator<string> {
  const inReport = 'the report names them';
  const { rejects, rejected, rejectedFiles, withoutFacts, documentsWithoutFacts } = report;
  yield* listed('refused', rejectedFiles, rejected, rejects ? `all are in ${rejects}` : inReport);
  yield* listed('replaced', report.replacedDocuments, report.replaced, inReport);
  yield* listed('no facts', documentsWithoutFacts, withoutFacts, inReport);
  yield* listed('left out', report.leftOutFiles, report.leftOut, inReport);
  for (const warning of report.warnings.slice(0, LINES_MAX)) yield `warning: ${warning}`;
  const more = report.warnings.length + report.moreWarnings - LINES_MAX;
  if (more > 0) yield `warning: ${more} more; ${inReport}`;
  for (const file of report.mostlyEmpty.slice(0, LINES_MAX))
    yield `warning: most of ${file} gave no facts`;
}
