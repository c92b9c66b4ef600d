import { type FuzzyDate, precisionOf } from '../../model/dates.ts';
import { MODALITIES, type Modality } from '../../model/kinds.ts';
import { confidenceOf } from './confidence.ts';
import { Counts } from './counts.ts';
import { type Days, daysOf } from './days.ts';

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
  /** Of statements of this modality, as the four that follow. */
  readonly statementCount: number;
  readonly documentCount: number;
  readonly sourceCount: number;
  readonly firstSeen: FuzzyDate | null;
  readonly lastSeen: FuzzyDate | null;
  /** When it was first told as planned, whatever became of it. */
  readonly plannedSince: FuzzyDate | null;
  readonly rumouredSince: FuzzyDate | null;
  /** Stories that deny it, and nowhere say it themselves. */
  readonly deniedBy: number;
  /** Whether it is denied by a source that is no reprint of one that says so. */
  readonly contested: boolean;
  readonly properties: Readonly<Record<string, string | number>>;
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
        stories: values.under(text).total(),
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
 * The statements of one relationship as counts, which add up: the tally of some stories and that of
 * others make the tally of all of them, and what is withdrawn can be taken away again.
 */
export function tallyOfEdge(evidence: readonly Evidence[]): Counts {
  const tally = new Counts();
  for (const story of grouped(evidence, (one) => one.story).values()) ofStory(story, tally);
  return tally;
}

/** The strongest modality wins, and is what counts; what is said otherwise stands beside it. */
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

/** The summary of the statements of one relationship. */
export function summarise(evidence: readonly Evidence[]): EdgeSummary {
  return summaryOfEdge(tallyOfEdge(evidence), daysOf(evidence));
}
