import { type FuzzyDate, precisionOf } from '../../model/dates.ts';
import { MODALITIES, type Modality } from '../../model/kinds.ts';

/** A statement, as far as the summaries need it. */
export interface Evidence {
  readonly confidence: number;
  readonly modality: Modality;
  readonly documentId: string;
  /** Reprints of one story share it. */
  readonly story: string;
  readonly publishedOn: FuzzyDate | null;
  readonly properties: Readonly<Record<string, string | number | null>>;
}

export interface EdgeSummary {
  readonly confidence: number;
  readonly modality: Modality;
  readonly statementCount: number;
  readonly documentCount: number;
  readonly sourceCount: number;
  readonly firstSeen: FuzzyDate | null;
  readonly lastSeen: FuzzyDate | null;
  readonly properties: Readonly<Record<string, string | number>>;
}

const CONFIDENCE_MAX = 0.99;

/** Independent sources agree by chance less and less: 1 - Π(1 - best of each story). */
export function combinedConfidence(
  evidence: readonly Pick<Evidence, 'confidence' | 'story'>[],
): number {
  const best = new Map<string, number>();
  for (const { story, confidence } of evidence)
    best.set(story, Math.max(best.get(story) ?? 0, confidence));
  const doubt = [...best.values()]
    .sort((a, b) => a - b)
    .reduce((product, confidence) => product * (1 - confidence), 1);
  return Math.round(Math.min(CONFIDENCE_MAX, 1 - doubt) * 1000) / 1000;
}

type Value = string | number;

/**
 * The best supported value: the most sources, then the surest, then the more exact, then by order
 * of text, so that the same statements always give the same summary.
 */
export function bestSupported(
  values: readonly { readonly value: Value; readonly confidence: number; readonly story: string }[],
): Value | null {
  const groups = new Map<Value, { readonly stories: Set<string>; confidence: number }>();
  for (const { value, confidence, story } of values) {
    const group = groups.get(value) ?? { stories: new Set(), confidence: 0 };
    group.stories.add(story);
    group.confidence = Math.max(group.confidence, confidence);
    groups.set(value, group);
  }
  const exactness = (value: Value) => (typeof value === 'string' ? precisionOf(value) : 0);
  const [best] = [...groups].sort(
    ([a, x], [b, y]) =>
      y.stories.size - x.stories.size ||
      y.confidence - x.confidence ||
      exactness(b) - exactness(a) ||
      (String(a) < String(b) ? -1 : 1),
  );
  return best ? best[0] : null;
}

/** The summary of the statements of one relationship. The strongest modality wins, and is what counts. */
export function summarise(evidence: readonly Evidence[]): EdgeSummary {
  const modality =
    MODALITIES.find((each) => evidence.some((one) => one.modality === each)) ?? 'asserted';
  const counted = evidence.filter((one) => one.modality === modality);
  const dates = evidence.flatMap(({ publishedOn }) => publishedOn ?? []).sort();
  const names = [...new Set(counted.flatMap(({ properties }) => Object.keys(properties)))].sort();
  const properties = names.flatMap((name): [string, Value][] => {
    const given = counted.flatMap((one) => {
      const value = one.properties[name];
      return value == null ? [] : [{ value, confidence: one.confidence, story: one.story }];
    });
    const best = bestSupported(given);
    return best === null ? [] : [[name, best]];
  });
  return {
    confidence: combinedConfidence(counted),
    modality,
    statementCount: evidence.length,
    documentCount: new Set(evidence.map(({ documentId }) => documentId)).size,
    sourceCount: new Set(evidence.map(({ story }) => story)).size,
    firstSeen: dates[0] ?? null,
    lastSeen: dates.at(-1) ?? null,
    properties: Object.fromEntries(properties),
  };
}
