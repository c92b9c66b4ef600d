import {
  type Mark,
  marksOf,
  type TokenSpan,
  tokensIn,
  tokensOf,
} from '../ingest/extract/encoder/tokens.ts';
import type { Vocabulary } from '../ingest/extract/encoder/wordpiece.ts';
import { findMentions } from '../ingest/extract/mentions/mentions.ts';
import type { Lexicon } from '../ingest/lexicon/lexicon.ts';
import { overlap, type Span } from '../ingest/text/text.ts';
import type { Group, Labelled } from '../labels/gold.ts';
import { KIND_NAMES } from '../model/kinds.ts';
import { foldOf } from './folds.ts';

/** A labelled mention, as a target of the tagger. */
interface Target extends TokenSpan {
  readonly kind: number;
  /** 0..1 */
  readonly weight: number;
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
}

/** Weight of optional mentions and of names in page furniture. */
const OPTIONAL_WEIGHT = 0.2;

export function taggerExample(
  { source, found, given, identity }: Labelled,
  lexicon: Lexicon,
  vocabulary: Vocabulary,
): TaggerExample {
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
  };
}
