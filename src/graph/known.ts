import { MODALITIES } from '../model/kinds.ts';
import { heldVersion, isHeld, labelsAt, type Moment, typesAt } from './held.ts';

/**
 * Until when documents must have been published for what they say to count: a text in Cypher that
 * sorts after the last such day, or undefined where every document counts. A relationship is then
 * summarised again from its statements, by the rule of `src/ingest/write/summary.ts`, which a test
 * compares with this one; ADR 0041 says what that costs and why.
 */
export type Known = string | undefined;

/** A text that sorts after every day of a month or year. */
export const lastOf = (date: string): string => `${date}-99`;

/** As of when something is read: of which moment of the graph, and of which day of publication. */
export interface AsOf {
  readonly at: Moment;
  readonly known: Known;
}

/** That a statement was published by then; one without a date was not known to be. */
export const isPublished = (statement: string, known: string): string =>
  `${statement}.publishedOn <= ${known}`;

/**
 * That a relationship was told as asserted or planned by then, from what is stored of it: no
 * statement has to be read for what most requests ask.
 */
export const wasFollowed = (edge: string, known: string): string =>
  `coalesce((${edge}.modality IN ['asserted', 'planned'] AND ${edge}.firstSeen <= ${known}) OR ${edge}.plannedSince <= ${known}, false)`;

const ORDER = `[${MODALITIES.map((modality) => `'${modality}'`).join(', ')}]`;

/**
 * Statements `kS` with their stories, as far as summaries depend on them: those of a story together,
 * the surest first. The parts below make do without aggregating functions, which conditions on the
 * steps of a path must not have. Their variables begin with k, so that none is one of the statement
 * around them.
 */
export function toldBy(pattern: string, { at, known }: AsOf): string {
  const from = `(kS)-[:${typesAt('FROM', at)}]->`;
  const [document, held] =
    at === undefined
      ? [`MATCH ${from}(kD:Document)`, '']
      : [
          `MATCH ${from}(kE:${labelsAt('Document', at)}) ${heldVersion('kE', 'kD', at)}`,
          ` AND ${isHeld('kS', at)}`,
        ];
  return `COLLECT { MATCH ${pattern} WHERE ${isPublished('kS', known!)}${held} ${document}
  RETURN {s: kS, story: coalesce(kD.story, kD.id), document: kD.id, modality: kS.modality, confidence: kS.confidence, day: kS.publishedOn}
  ORDER BY coalesce(kD.story, kD.id), kS.confidence DESC, kS.id }`;
}

/** Whether the item at `kI` of a list is the first of its story. */
const isFirst = (list: string) => `(kI = 0 OR ${list}[kI].story <> ${list}[kI - 1].story)`;

/** The best confidence of each story in a list. */
const bestOfStories = (said: string): string =>
  `[kI IN range(0, size(${said}) - 1) WHERE ${isFirst(said)} | ${said}[kI].confidence]`;

/** The first or the last day in a list. */
const dayOf = (said: string, which: '<' | '>'): string =>
  `reduce(kDay = null, kX IN ${said} | CASE WHEN kDay IS NULL OR kX.day ${which} kDay THEN kX.day ELSE kDay END)`;

const saidAs = (modality: string): string => `[kX IN kSaid WHERE kX.modality = '${modality}']`;

/** Whether a date says the same less exactly than `kValue`: `2024` of `2024-03-05`. */
const SAYS_LESS = `(kValue IS :: STRING AND kValue STARTS WITH toString(kX.value) + '-'
    AND toString(kX.value) =~ '[0-9]{4}(-[0-9]{2})?' AND kValue =~ '[0-9]{4}(-[0-9]{2}){1,2}')`;

/**
 * The best supported value: of most stories, then the surest, then the most exact, then by text order, as
 * `src/ingest/write/summary.ts` has it. Who says a date less exactly supports the exact one too.
 * @param of a list of `{story, confidence, value}`, those of a story together
 */
export const bestSupported = (of: string): string =>
  `head(COLLECT { UNWIND ${of} AS kX WITH DISTINCT kX.value AS kValue
  WITH kValue, [kX IN ${of} WHERE kX.value = kValue] AS kThose, [kX IN ${of} WHERE kX.value = kValue OR ${SAYS_LESS}] AS kNear
  WITH kValue, size(COLLECT { UNWIND kNear AS kX RETURN DISTINCT [kX.value, kX.story] }) AS kStories,
       reduce(kBest = 0.0, kX IN kThose | CASE WHEN kX.confidence > kBest THEN kX.confidence ELSE kBest END) AS kBest
  RETURN kValue ORDER BY kStories DESC, kBest DESC, CASE WHEN kValue IS :: STRING THEN size(kValue) ELSE 0 END DESC, toString(kValue) LIMIT 1 })`;

/** That the doubt that is left by all stories, and what denials take, make a confidence. */
const CONFIDENCE = `head([kOdds IN [{doubt: reduce(kP = 1.0, kC IN kBests | kP * (1 - kC)), kept: CASE kModality WHEN 'denied' THEN 1.0 ELSE reduce(kP = 1.0, kC IN kDenials | kP * (1 - kC / 2)) END}] |
    head([kOdds IN [{for: kOdds.kept * CASE WHEN 1 - kOdds.doubt > 0.99 THEN 0.99 ELSE 1 - kOdds.doubt END, against: CASE WHEN kOdds.doubt < 1 - 0.99 THEN 1 - 0.99 ELSE kOdds.doubt END}] |
      floor(kOdds.for / (kOdds.for + kOdds.against) * 1000 + 0.5) / 1000])])`;

/** How each property of a summary is made of the statements; others are of the type's own. */
const SUMMARY: Readonly<Record<string, string>> = {
  modality: 'kModality',
  confidence: CONFIDENCE,
  statementCount: 'size(kOwn)',
  documentCount: 'size(COLLECT { UNWIND kOwn AS kX RETURN DISTINCT kX.document })',
  sourceCount: 'size(kBests)',
  firstSeen: dayOf('kOwn', '<'),
  lastSeen: dayOf('kOwn', '>'),
  plannedSince: dayOf(saidAs('planned'), '<'),
  rumouredSince: dayOf(saidAs('rumoured'), '<'),
  deniedBy: 'size(kDenials)',
  contested: "kModality <> 'denied' AND size(kDenials) > 0",
};

const ofOwn = (name: string): string =>
  bestSupported(
    `[kX IN kOwn WHERE kX.s.${name} IS NOT NULL | {story: kX.story, confidence: kX.confidence, value: kX.s.${name}}]`,
  );

/** What some properties are made of, beside the statements of the summary's own modality. */
const STEPS: readonly (readonly [names: readonly string[], step: string])[] = [
  [['confidence', 'sourceCount'], `${bestOfStories('kOwn')} AS kBests`],
  [
    ['confidence', 'deniedBy', 'contested'],
    "[kX IN kSaid WHERE kX.modality <> 'denied' | kX.story] AS kSpoken",
  ],
  [
    ['confidence', 'deniedBy', 'contested'],
    "[kX IN kSaid WHERE kX.modality = 'denied' AND NOT kX.story IN kSpoken] AS kOnly",
  ],
  [['confidence', 'deniedBy', 'contested'], `${bestOfStories('kOnly')} AS kDenials`],
];

/**
 * The summary of a relationship by what was published by then, as a map; null where nothing was.
 * @param edge the relationship's variable
 * @param names the properties that are read of it: each is a part of the text that Neo4j has to plan
 */
export function asKnown(edge: string, asOf: AsOf, names: Iterable<string>): string {
  const read = [...new Set(names)].filter((name) => name !== 'id');
  if (read.length === 0) return `{id: ${edge}.id}`;
  const steps = STEPS.filter(([of]) => of.some((name) => read.includes(name)));
  const written = read.map((name) => `, ${name}: ${SUMMARY[name] ?? ofOwn(name)}`);
  const statement = `(kS:${labelsAt('Statement', asOf.at)} {relationshipId: ${edge}.id})`;
  return `head(COLLECT { WITH ${toldBy(statement, asOf)} AS kSaid
WITH kSaid, head([kM IN ${ORDER} WHERE any(kX IN kSaid WHERE kX.modality = kM)]) AS kModality WHERE kModality IS NOT NULL
WITH *, [kX IN kSaid WHERE kX.modality = kModality] AS kOwn
${steps.map(([, step]) => `WITH *, ${step}\n`).join('')}RETURN {id: ${edge}.id${written.join('')}} })`;
}
