import { grouped } from '../../../grouped.ts';
import { SALE_BASES } from '../../../model/kinds.ts';
import type { Counts } from '../counts.ts';
import type { PropertyEvidence } from '../entity-summary.ts';
import { bestSupported } from '../summary.ts';

/** A sum of a sale, in the words of its surest statement. */
export interface SaleValue {
  readonly value: string;
  readonly currency: string | null;
  readonly valueText: string | null;
  readonly basis: string;
}

const wordsOf = ({ currency, valueText }: PropertyEvidence) =>
  JSON.stringify([currency ?? null, valueText ?? null]);
const surest = (some: readonly PropertyEvidence[]) =>
  String(Math.max(...some.map(({ confidence }) => confidence)));

/** Counts the sums in one story, by what they are: a ceiling is no price. */
export function countValues(evidence: readonly PropertyEvidence[], tally: Counts): void {
  const basisOf = ({ basis }: PropertyEvidence) => basis ?? SALE_BASES[0];
  for (const same of grouped(evidence, (one) => `${basisOf(one)} ${one.value}`).values()) {
    const [one] = same as [PropertyEvidence];
    tally.add(1, 'bases', basisOf(one), JSON.stringify(one.value), surest(same));
    for (const alike of grouped(same, wordsOf).values())
      tally.add(1, 'words', basisOf(one), one.value, wordsOf(alike[0]!), surest(alike));
  }
}

/** The currency and wording of the surest statement. */
function amountIn(words: Counts): Pick<SaleValue, 'currency' | 'valueText'> {
  const [best] = words
    .names()
    .map((text) => ({
      text,
      confidence: Math.max(
        ...words
          .under(text)
          .numbers()
          .map(([key]) => Number(key)),
      ),
    }))
    .sort((a, b) => b.confidence - a.confidence || (a.text < b.text ? -1 : 1));
  const [currency, valueText] = JSON.parse(best?.text ?? '[null,null]') as [null, null];
  return { currency, valueText };
}

/**
 * The sum of the furthest basis, of several the best supported: many papers that repeat the ceiling of
 * a notice do not outvote the price of the contract.
 * @returns null where no sum is stated
 */
export function saleValueOf(tally: Counts): SaleValue | null {
  const bases = tally.under('bases');
  const basis = SALE_BASES.findLast((each) => bases.names().includes(each));
  if (basis === undefined) return null;
  const value = String(bestSupported(bases.under(basis)));
  return { value, basis, ...amountIn(tally.under('words', basis, value)) };
}
