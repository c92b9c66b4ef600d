import { pairRows } from '../ingest/extract/encoder/pair-rows.ts';
import {
  type Mark,
  marksOf,
  type TokenSpan,
  type Tokens,
  tokensIn,
  tokensOf,
} from '../ingest/extract/encoder/tokens.ts';
import type { Vocabulary } from '../ingest/extract/encoder/wordpiece.ts';
import { findMentions } from '../ingest/extract/mentions/mentions.ts';
import { LEARNED_TYPES } from '../ingest/extract/relationship-types.ts';
import type { Lexicon } from '../ingest/lexicon/lexicon.ts';
import { overlap, type Span } from '../ingest/text/text.ts';
import type { Group } from '../labels/gold.ts';
import { KIND_NAMES } from '../model/kinds.ts';
import type { Examples, Labels } from './examples.ts';
import { foldOf } from './folds.ts';

/** A labelled mention, as a target of the tagger. */
interface Target extends TokenSpan {
  readonly kind: number;
  /** 0..1 */
  readonly weight: number;
}

/** Two mentions as the pair model sees them, and the relationships that may join them. */
interface PairExample {
  /** @see pairRows */
  readonly row: readonly number[];
  /** Whether the entities are the labelled ones, or those that the rules find. */
  readonly given: boolean;
  /** Index of the type in `LEARNED_TYPES`, label (0 or 1), weight (0..1). */
  readonly types: [number, number, number][];
}

/** A labelled document as the tagger reads it; kinds are indices of `KIND_NAMES`. */
export interface TaggerExample {
  readonly id: string;
  readonly group: Group;
  readonly fold: number;
  readonly ids: readonly number[];
  readonly shapes: readonly number[];
  readonly sentences: readonly TokenSpan[];
  /** Mentions found by the rules. */
  readonly marks: readonly Mark[];
  readonly targets: readonly Target[];
  readonly pairs: readonly PairExample[];
}

/** Weight of optional mentions and of names in page furniture. */
const OPTIONAL_WEIGHT = 0.2;

/** The places at which the relationship scorer learns, with its labels. */
function pairExamples(
  { prepared, pairs }: Labels,
  tokens: Tokens,
  given: boolean,
): readonly PairExample[] {
  const rowOf = pairRows(prepared.document.text, tokens);
  const found = new Map<string, PairExample>();
  for (const { pair, examples } of pairs)
    for (const [at, { label, weight }] of examples.entries()) {
      const row = rowOf(pair.instances[at]!.candidate);
      if (!row) continue;
      const key = row.join();
      const known = found.get(key) ?? { row, given, types: [] };
      found.set(key, known);
      known.types.push([LEARNED_TYPES.indexOf(pair.type), label, weight]);
    }
  return [...found.values()];
}

export function taggerExample(
  { labelled, ...labels }: Examples,
  lexicon: Lexicon,
  vocabulary: Vocabulary,
): TaggerExample {
  const { source, found, given, identity } = labelled;
  const { text } = found;
  const tokens = tokensOf(text, vocabulary);
  const isFurniture = (span: Span) =>
    source.gold.boilerplate.some((furniture) => overlap(furniture, text.rawSpan(span)) > 0);
  const targets = given.entities.flatMap((entity) =>
    entity.mentions.flatMap((mention): Target[] => {
      const span = tokensIn(tokens, mention);
      if (!span) return [];
      const optional = identity.get(entity)!.optional || isFurniture(mention);
      return [
        { ...span, kind: KIND_NAMES.indexOf(entity.kind), weight: optional ? OPTIONAL_WEIGHT : 1 },
      ];
    }),
  );
  return {
    id: source.gold.doc.id,
    group: source.group,
    fold: foldOf(source.gold.doc.id),
    ids: tokens.ids,
    shapes: tokens.shapes,
    sentences: tokens.sentences,
    marks: marksOf(tokens, findMentions(text, lexicon), KIND_NAMES),
    targets,
    pairs: [
      ...pairExamples(labels.predicted, tokens, false),
      ...pairExamples(labels.gold, tokens, true),
    ],
  };
}
