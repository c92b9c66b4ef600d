import type { Span } from '../../text/text.ts';

/** Words around the date of a report itself: "Updated: 2 May", "AMMAN, May 13 (Petra) --". */
const STAMP = /\b(?:issued|updated|published|modified|created|posted)(?: on)?:? ?$/i;
const DATELINE = /^(?:\p{Lu}[\p{L}.]+[,/ ]+){1,4}$/u;
const DATELINE_BEHIND = /^\.?(?:,? (?:19|20)\d\d)? ?(?:\([^)]{2,25}\) ?)?(?:--|—|–)/;
/** Marks that sentences have too: they end a dateline behind capitals, a comma or an agency. */
const LOOSE_BEHIND = /^\.?(?:,? (?:19|20)\d\d)? ?(\([^)]{2,25}\) ?)?(?:-|:) /;
const PLACE_BEFORE = /^\p{Lu}{3,}\b|, ?$/u;

/** A dateline after a full stop: "OSLO. March 5 (Wire) - ". */
const BEHIND_TOWN = /^\.?(?:,? (?:19|20)\d\d)? ?\([^)]{2,25}\) ?(?:--|—|–|-|:) ?/;

function isDateline(before: string, behind: string): boolean {
  if (before === '' && BEHIND_TOWN.test(behind)) return true;
  if (!DATELINE.test(before)) return false;
  if (DATELINE_BEHIND.test(behind)) return true;
  const loose = LOOSE_BEHIND.exec(behind);
  return loose !== null && (loose[1] !== undefined || PLACE_BEFORE.test(before));
}

/** Whether a date is that of the report. */
export function isStamp(words: string, { start, end }: Span): boolean {
  const [before, behind] = [words.slice(0, start), words.slice(end)];
  return STAMP.test(before.slice(-20)) || isDateline(before, behind);
}
