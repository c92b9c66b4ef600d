import type { ExtractedStatement } from '../../../model/extraction.ts';
import type { SaleBasis } from '../../../model/kinds.ts';
import { patternOf } from '../../lexicon/word-list.ts';

/** Words within this distance of a sum, in UTF-16 units of its quote, say what it is. */
const NEAR = 90;
/** A ceiling is told right before the sum, or right behind it. */
const BESIDE = 40;

const pattern = (list: string) => new RegExp(String.raw`\b(?:${patternOf(list)})\b`, 'i');
const CEILING = pattern('values/of-ceilings');
const CONTRACT = pattern('values/of-contracts');
const PAID = pattern('values/of-payments');
const PART = pattern('values/of-parts-paid');

/** What a sum in a sentence that also tells a stage is, where no word beside it says so. */
const OF_STAGE: Readonly<Partial<Record<string, SaleBasis>>> = {
  proposed: 'ceiling',
  approved: 'ceiling',
  contracted: 'contract',
};

/**
 * What the sum of a sale is: the most that it may cost, as notices tell it, the price of a contract,
 * what was paid, or a figure that is only reported. It is decided by the words of its quote, and by
 * the stage that the same quote tells; a contract or a payment that is not asserted is a report.
 * @param text the cleaned text of the document
 * @param beside the document's statements on the same sale
 * @returns null for a statement that is no sum of a sale
 */
export function basisOf(
  text: string,
  statement: ExtractedStatement,
  beside: readonly ExtractedStatement[],
): SaleBasis | null {
  const { property, quote, spans, modality } = statement;
  if (property !== 'value' || spans.object === null) return null;
  const around = (reach: number) =>
    text.slice(
      Math.max(quote.start, spans.object!.start - reach),
      Math.min(quote.end, spans.object!.end + reach),
    );
  if (CEILING.test(around(BESIDE))) return 'ceiling';
  const words = around(NEAR);
  const isDone = modality === 'asserted';
  if (PART.test(words)) return 'reported';
  if (PAID.test(words)) return isDone ? 'paid' : 'reported';
  if (CONTRACT.test(words)) return isDone ? 'contract' : 'reported';
  const stage = beside.find(
    (one) => one.property === 'stage' && one.quote.start < quote.end && one.quote.end > quote.start,
  );
  const basis = OF_STAGE[stage?.value ?? ''] ?? 'reported';
  return basis === 'contract' && !isDone ? 'reported' : basis;
}
