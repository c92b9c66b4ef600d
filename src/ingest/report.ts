import type { Extraction } from '../model/extraction.ts';
import type { Reject } from './readers/record.ts';

/** What an ingest did: one JSON object on stdout. */
export interface Report {
  /** Documents that were read. */
  documents: number;
  written: number;
  unchanged: number;
  /** Stored, but without facts: another language, a paywall, an empty page. */
  withoutFacts: number;
  rejected: number;
  /** Rejected records by reason, numbers left out. */
  reasons: Record<string, number>;
  entities: number;
  statements: number;
  warnings: string[];
  rejects: string | null;
  seconds: number;
  dryRun: boolean;
  /** Whether it was asked to stop before everything was read. */
  interrupted: boolean;
}

/** Rejected records that are no failure of the whole: this share, or this many. */
const TOLERANCE = { share: 0.01, records: 1_000 };
const WARNINGS_MAX = 100;

export function emptyReport(dryRun: boolean): Report {
  return {
    documents: 0,
    written: 0,
    unchanged: 0,
    withoutFacts: 0,
    rejected: 0,
    reasons: {},
    entities: 0,
    statements: 0,
    warnings: [],
    rejects: null,
    seconds: 0,
    dryRun,
    interrupted: false,
  };
}

export function noteReject(report: Report, { reason }: Reject): void {
  const kind = reason.replace(/\d+/g, 'N').slice(0, 80);
  report.rejected++;
  report.reasons[kind] = (report.reasons[kind] ?? 0) + 1;
}

export function noteWarnings(report: Report, warnings: readonly string[]): void {
  report.warnings.push(...warnings.slice(0, Math.max(0, WARNINGS_MAX - report.warnings.length)));
}

export function noteExtraction(
  report: Report,
  { entities, statements, skipped }: Extraction,
): void {
  report.entities += entities.length;
  report.statements += statements.length;
  if (skipped !== null) report.withoutFacts++;
}

/** 0: good, or within the tolerance; 3: above it; 1: nothing was usable. */
export function exitCodeOf({ documents, rejected }: Report): 0 | 1 | 3 {
  if (documents === 0) return rejected > 0 ? 1 : 0;
  const tolerated = Math.min(TOLERANCE.records, TOLERANCE.share * (documents + rejected));
  return rejected > tolerated ? 3 : 0;
}
