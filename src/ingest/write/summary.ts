import { grouped } from '../../grouped.ts';
import { type FuzzyDate, isFuzzyDate, precisionOf } from '../../model/dates.ts';
import { MODALITIES, type Modality } from '../../model/kinds.ts';
import { confidenceOf } from './confidence.ts';
import { Counts } from './counts.ts';
import { type Days, daysOf } from './days.ts';

/** A statement, as far as summaries depend on it. */
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
  /** These five count statements of `modality` only. */
  readonly statementCount: number;
  readonly documentCount: number;
  readonly sourceCount: number;
  readonly firstSeen: FuzzyDate | null;
  readonly lastSeen: FuzzyDate | null;
  /** Day of the first statement that plans it, whatever happened since. */
  readonly plannedSince: FuzzyDate | null;
  readonly rumouredSince: FuzzyDate | null;
  /** Stories that deny it without stating it. */
  readonly deniedBy: number;
  /** Whether a source that is no reprint of a supporting one denies it. */
  readonly contested: boolean;
  readonly properties: Readonly<Record<string, string | number>>;
}

type Value = string | number;

/** The dates that say the same less exactly: `2024` and `2024-03` of `2024-03-05`. */
const lessExact = (value: Value): string[] =>
  typeof value === 'string' && isFuzzyDate(value)
    ? [...value.matchAll(/-/g)].map(({ index }) => value.slice(0, index))
    : [];

/**
 * The best supported value: most sources, then the highest confidence, then precision, then text
 * order, so that the summary is reproducible. Who says a date less exactly supports the exact one too.
 * @param values number of stories for each value, as JSON, by their best confidence
 */
export function bestSupported(values: Counts): Value | null {
  const exactness = (value: Value) => (typeof value === 'string' ? precisionOf(value) : 0);
  const told = values.names().map((text) => {
    const stories = values.under(text).numbers();
    return {
      value: JSON.parse(text) as Value,
      stories: values.under(text).total(),
      confidence: Math.max(...stories.map(([confidence]) => Number(confidence))),
    };
  });
  // Numbers are no dates, though one may be written like a year.
  const byText = new Map(
    told.flatMap(({ value, stories }) =>
      typeof value === 'string' ? [[value, stories] as const] : [],
    ),
  );
  const [best] = told
    .map(({ value, stories, confidence }) => ({
      value,
      confidence,
      stories: lessExact(value).reduce((sum, date) => sum + (byText.get(date) ?? 0), stories),
    }))
    .sort(
      (a, b) =>
        b.stories - a.stories ||
        b.confidence - a.confidence ||
        exactness(b.value) - exactness(a.value) ||
        (String(a.value) < String(b.value) ? -1 : 1),
    );
  return best?.value ?? null;
}

/** The best confidence of a group, as a count's name. */
const bestOf = (confidences: readonly number[]) => String(Math.max(...confidences));

/** Adds one story's statements to the tally of a relationship. */
function ofStory(evidence: readonly Evidence[], tally: Counts): void {
  tally.add(evidence.length, 'statements');
  const spoken = grouped(evidence, (one) => one.modality);
  const best = (some: readonly Evidence[]) => bestOf(some.map(({ confidence }) => confidence));
  const denied = spoken.get('denied');
  if (denied && spoken.size === 1) tally.add(1, 'denials', best(denied));
  for (const [modality, some] of spoken) {
    tally.add(some.length, modality, 'statements');
    tally.add(new Set(some.map(({ documentId }) => documentId)).size, modality, 'documents');
    tally.add(1, modality, 'best', best(some));
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
 * Counts of a relationship's statements. The tallies of disjoint stories can be added, and that of
 * withdrawn statements subtracted.
 */
export function tallyOfEdge(evidence: readonly Evidence[]): Counts {
  const tally = new Counts();
  for (const story of grouped(evidence, (one) => one.story).values()) ofStory(story, tally);
  return tally;
}

/** Summarises an edge: the strongest modality is shown and counted, the others only noted. */
export function summaryOfEdge(tally: Counts, days: Days): EdgeSummary {
  const modality = MODALITIES.find((each) => tally.at(each, 'statements') > 0) ?? 'asserted';
  const values = tally.under(modality, 'values');
  const properties = values
    .names()
    .sort()
    .map((name) => [name, bestSupported(values.under(name))!]);
  const best = tally.under(modality, 'best');
  const denials = tally.under('denials');
  const isDenied = modality === 'denied';
  return {
    confidence: confidenceOf(best, isDenied ? new Counts() : denials),
    modality,
    statementCount: tally.at(modality, 'statements'),
    documentCount: tally.at(modality, 'documents'),
    sourceCount: best.total(),
    firstSeen: days[modality]?.first ?? null,
    lastSeen: days[modality]?.last ?? null,
    plannedSince: days.planned?.first ?? null,
    rumouredSince: days.rumoured?.first ?? null,
    deniedBy: denials.total(),
    contested: !isDenied && !denials.isEmpty,
    properties: Object.fromEntries(properties),
  };
}

/** Summarises the statements of one relationship. */
export function summarise(evidence: readonly Evidence[]): EdgeSummary {
  return summaryOfEdge(tallyOfEdge(evidence), daysOf(evidence));
}
