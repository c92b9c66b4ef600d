import type { Resolved } from './merge/resolve-graph.ts';
import type { Reject, Skip } from './readers/record.ts';
import type { Written } from './write/write-batch.ts';

/** A document or file, and why it yielded nothing. */
interface Told {
  readonly file: string;
  readonly reason: string;
}

/** The result of an ingest, printed as one JSON object on stdout. */
export interface Report {
  /** Documents read. */
  documents: number;
  written: number;
  /** Of those, the ones that took the place of an earlier document of their name. */
  replaced: number;
  /** The first of these, by name. */
  replacedDocuments: Told[];
  unchanged: number;
  /** Documents stored without facts: another language, a paywall, nothing found. */
  withoutFacts: number;
  /** The first of these, by name. */
  documentsWithoutFacts: Told[];
  rejected: number;
  /** Rejected records by reason, without numbers. */
  reasons: Record<string, number>;
  /** The first rejected files and records, by name; `rejects` has all. */
  rejectedFiles: Told[];
  /** Files left out on purpose: hidden ones, parts of a saved page. */
  leftOut: number;
  leftOutFiles: Told[];
  entities: number;
  statements: number;
  /** Likely relationships below the threshold, in documents read by this run. */
  doubtful: number;
  /** Local entities whose entity changed: merged with others, or split again. */
  merged: number;
  /** People named by one word that no full name fits: they stay within their documents. */
  unlinked: number;
  /** Distinct names of the first of these. */
  unlinkedNames: string[];
  warnings: string[];
  /** Warnings beyond those above. */
  moreWarnings: number;
  /** The file of all rejected records; null without any. */
  rejects: string | null;
  /** Files whose documents mostly yielded nothing: rejected, or without facts. */
  mostlyEmpty: string[];
  seconds: number;
  dryRun: boolean;
  /** Whether it was stopped before everything was read. */
  interrupted: boolean;
}

/** Rejected records that are tolerated: the smaller of this share and this number. */
const TOLERANCE = { share: 0.01, records: 1_000 };
const WARNINGS_MAX = 100;
/** Most files that are listed by name. */
const NAMED_MAX = 1_000;
/** Least documents of a file that may count as mostly empty. */
const COLLECTION_MIN = 2;

export function emptyReport(dryRun: boolean): Report {
  return {
    documents: 0,
    written: 0,
    replaced: 0,
    replacedDocuments: [],
    unchanged: 0,
    withoutFacts: 0,
    documentsWithoutFacts: [],
    rejected: 0,
    reasons: {},
    rejectedFiles: [],
    leftOut: 0,
    leftOutFiles: [],
    entities: 0,
    statements: 0,
    doubtful: 0,
    merged: 0,
    unlinked: 0,
    unlinkedNames: [],
    warnings: [],
    moreWarnings: 0,
    rejects: null,
    mostlyEmpty: [],
    seconds: 0,
    dryRun,
    interrupted: false,
  };
}

/** For each file, the number of its documents, and of those with facts. */
export class FileTally {
  readonly #files = new Map<string, { all: number; useful: number }>();

  /** @param source name of a document or record; entries of an archive count for the archive */
  note(source: string, useful: boolean): void {
    const file = source.replace(/(?:!\/|#).*$/s, '');
    const tally = this.#files.get(file) ?? { all: 0, useful: 0 };
    tally.all++;
    if (useful) tally.useful++;
    this.#files.set(file, tally);
  }

  /** Collections of which less than half yielded facts. */
  mostlyEmpty(): string[] {
    return [...this.#files]
      .filter(([, { all, useful }]) => all >= COLLECTION_MIN && useful < all / 2)
      .map(([file]) => file)
      .slice(0, NAMED_MAX);
  }
}

const name = (list: Told[], told: Told): void => {
  if (list.length < NAMED_MAX) list.push(told);
};

export function noteReject(report: Report, { file, line, reason }: Reject): void {
  const kind = reason.replace(/\d+/g, 'N').slice(0, 80);
  report.rejected++;
  report.reasons[kind] = (report.reasons[kind] ?? 0) + 1;
  name(report.rejectedFiles, { file: line === null ? file : `${file}:${line}`, reason });
}

export function noteSkip(report: Report, skip: Skip): void {
  report.leftOut++;
  name(report.leftOutFiles, skip);
}

export function noteWarnings(report: Report, warnings: readonly string[]): void {
  const room = Math.max(0, WARNINGS_MAX - report.warnings.length);
  report.warnings.push(...warnings.slice(0, room));
  report.moreWarnings += Math.max(0, warnings.length - room);
}

/** Counts a document by what became of it in the graph. */
export function noteWritten(report: Report, source: string, written: Written): void {
  if (written === 'unchanged') report.unchanged++;
  else report.written++;
  if (written !== 'replaced') return;
  report.replaced++;
  name(report.replacedDocuments, {
    file: source,
    reason:
      'it took the place of what was read under this name before; give another document another name',
  });
}

/** Adds the result of resolution to the report. */
export function noteResolved(report: Report, { moved, unlinked, unlinkedNames }: Resolved): void {
  Object.assign(report, { merged: moved, unlinked, unlinkedNames });
}

/** The result of one document. */
export interface Yield {
  readonly entities: number;
  readonly statements: number;
  /** Likely relationships below the threshold; absent where the document was not read again. */
  readonly doubtful?: number;
  /** Why there are no facts. */
  readonly skipped: string | null;
}

export function noteYield(
  report: Report,
  source: string,
  { entities, statements, doubtful = 0, skipped }: Yield,
): void {
  report.documents++;
  report.entities += entities;
  report.statements += statements;
  report.doubtful += doubtful;
  if (statements > 0) return;
  report.withoutFacts++;
  name(report.documentsWithoutFacts, {
    file: source,
    reason: skipped ?? 'no fact was found in it',
  });
}

/** 0: good, or within the tolerance; 3: above it, or mostly empty; 1: nothing was usable. */
export function exitCodeOf({ documents, withoutFacts, rejected, mostlyEmpty }: Report): 0 | 1 | 3 {
  if (documents === 0) return rejected > 0 ? 1 : 0;
  const tolerated = Math.min(TOLERANCE.records, TOLERANCE.share * (documents + rejected));
  const most = withoutFacts > documents / 2 || mostlyEmpty.length > 0;
  return rejected > tolerated || most ? 3 : 0;
}
