import { type FuzzyDate, precisionOf } from '../../model/dates.ts';
import { MODALITIES, type Modality } from '../../model/kinds.ts';
import { Counts } from './counts.ts';

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

/** The first and the last day on which a document said so. */
export interface Seen {
  readonly first: FuzzyDate | null;
  readonly last: FuzzyDate | null;
}

const CONFIDENCE_MAX = 0.99;
/** With less doubt than this the confidence is the highest there is, whatever else is said. */
const DOUBT_MIN = (1 - CONFIDENCE_MAX) / 2;

/**
 * Independent sources agree by chance less and less: 1 - Π(1 - best of each story).
 * @param best stories by their best confidence
 */
function combinedConfidence(best: Counts): number {
  let doubt = 1;
  for (const [confidence, stories] of best
    .numbers()
    .map(([key, count]): [number, number] => [Number(key), count])
    .sort(([a], [b]) => a - b))
    for (let story = 0; story < stories && doubt > DOUBT_MIN; story++) doubt *= 1 - confidence;
  return Math.round(Math.min(CONFIDENCE_MAX, 1 - doubt) * 1000) / 1000;
}

type Value = string | number;

/**
 * The best supported value: the most sources, then the surest, then the more exact, then by order
 * of text, so that the same statements always give the same summary.
 * @param values of each value, as JSON, the stories that give it by their best confidence
 */
export function bestSupported(values: Counts): Value | null {
  const exactness = (value: Value) => (typeof value === 'string' ? precisionOf(value) : 0);
  const [best] = values
    .names()
    .map((text) => {
      const stories = values.under(text).numbers();
      return {
        value: JSON.parse(text) as Value,
        stories: stories.reduce((sum, [, count]) => sum + count, 0),
        confidence: Math.max(...stories.map(([confidence]) => Number(confidence))),
      };
    })
    .sort(
      (a, b) =>
        b.stories - a.stories ||
        b.confidence - a.confidence ||
        exactness(b.value) - exactness(a.value) ||
        (String(a.value) < String(b.value) ? -1 : 1),
    );
  return best?.value ?? null;
}

/** Groups in order of their first member. */
export function grouped<T>(all: Iterable<T>, keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

/** The best confidence of each group, as the name of a count. */
const bestOf = (confidences: readonly number[]) => String(Math.max(...confidences));

/** What one story adds to the tally of a relationship. */
function ofStory(evidence: readonly Evidence[], tally: Counts): void {
  tally.add(evidence.length, 'statements');
  tally.add(new Set(evidence.map(({ documentId }) => documentId)).size, 'documents');
  tally.add(1, 'stories');
  for (const [modality, some] of grouped(evidence, (one) => one.modality)) {
    tally.add(some.length, modality, 'statements');
    tally.add(1, modality, 'best', bestOf(some.map(({ confidence }) => confidence)));
    const given = some.flatMap(({ properties, confidence }) =>
      Object.entries(properties).flatMap(([name, value]) =>
        value == null ? [] : [{ name, value: JSON.stringify(value), confidence }],
      ),
    );
    for (const same of grouped(given, ({ name, value }) => `${name} ${value}`).values()) {
      const { name, value } = same[0]!;
      tally.add(1, modality, 'values', name, value, bestOf(same.map((one) => one.confidence)));
    }
  }
}

/**
 * The statements of one relationship as counts, which add up: the tally of some stories and that of
 * others make the tally of all of them, and what is withdrawn can be taken away again.
 */
export function tallyOfEdge(evidence: readonly Evidence[]): Counts {
  const tally = new Counts();
  for (const story of grouped(evidence, (one) => one.story).values()) ofStory(story, tally);
  return tally;
}

export function seenIn(dates: readonly (FuzzyDate | null)[]): Seen {
  const sorted = dates.filter((date) => date !== null).sort();
  return { first: sorted[0] ?? null, last: sorted.at(-1) ?? null };
}

/** The strongest modality wins, and is what counts. */
export function summaryOfEdge(tally: Counts, seen: Seen): EdgeSummary {
  const modality = MODALITIES.find((each) => tally.at(each, 'statements') > 0) ?? 'asserted';
  const values = tally.under(modality, 'values');
  const properties = values
    .names()
    .sort()
    .map((name) => [name, bestSupported(values.under(name))!]);
  return {
    confidence: combinedConfidence(tally.under(modality, 'best')),
    modality,
    statementCount: tally.at('statements'),
    documentCount: tally.at('documents'),
    sourceCount: tally.at('stories'),
    firstSeen: seen.first,
    lastSeen: seen.last,
    properties: Object.fromEntries(properties),
  };
}

/** The summary of the statements of one relationship. */
export function summarise(evidence: readonly Evidence[]): EdgeSummary {
  return summaryOfEdge(
    tallyOfEdge(evidence),
    seenIn(evidence.map(({ publishedOn }) => publishedOn)),
  );
}
