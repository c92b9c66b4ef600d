import { keyOf } from '../../lexicon/name-key.ts';
import type { Text } from '../../text/text.ts';
import type { Mention } from '../vocabulary.ts';
import { isDefinite, Keyed, LastNamed, namedBehind } from './described.ts';

/** Heads of which a text usually names many; it names few treaties. */
const BUSINESS = /^(?:contract|deal|memorandum|mou)$/;
const HEADS: Record<string, string> = {
  contract: 'contract',
  contracts: 'contract',
  order: 'contract',
  deal: 'deal',
  mou: 'mou',
  mous: 'mou',
};

/** Heads that may refer back to an agreement named before. */
const REFERRING =
  /agreement|pact|deal|framework|treaty|accord|strategy|initiative|memorandum|mou|partnership/;
/** Words before a head that introduce a new agreement: "signed two memorandums". */
const FRESH =
  /\b(?:an?|new|separate|another|signed|inked|signing|several|series of|two|three)\s+(?:[\w-]+\s+){0,2}$/i;

/** "The most recent agreement" is not the one mentioned before. */
const isOneOfSeveral = (text: Text, { start }: Mention) =>
  /\b(?:most recent|latest|second|third|earlier|previous) $/.test(
    text.clean.slice(Math.max(0, start - 14), start),
  );

function keyOfAgreement(mention: Mention): string {
  const key = keyOf(mention.text);
  const head = key.split(' ').at(-1)!;
  if (/memorand/.test(key)) return 'mou';
  if (/^executive order/.test(key)) return 'executive-order';
  return HEADS[head] ?? head.replace(/s$/, '#');
}

const isFresh = (text: Text, { start }: Mention) =>
  FRESH.test(text.clean.slice(Math.max(0, start - 30), start));

/** Whether a description such as "the agreement" refers to the last named one. */
const refersTo = (last: LastNamed, mention: Mention, head: string) =>
  last.isNear(mention, head, false) &&
  (head !== 'mou' || /memorand|understanding|\bmou\b/.test(last.key!)) &&
  REFERRING.test(head) &&
  !head.endsWith('#');

/** "Agreement on Fisheries": a text then speaks of "the Agreement". */
const HEAD_FIRST = /^(Agreement|Arrangement|Convention|Protocol|Pact|Treaty) (?:on|for)\b/;
/** "(Agreement)", "(the “Treaty”)" behind a name. */
const DEFINED =
  /^\s*\((?:the )?[“"‘]?(Agreement|Arrangement|Convention|Protocol|Pact|Treaty)[”"’]?\)/;

/** Names by the capitalised word that a text uses for them. */
class Terms {
  private readonly text: Text;
  private readonly names = new Map<string, string>();

  constructor(text: Text) {
    this.text = text;
  }

  name(mention: Mention, key: string): void {
    const defined = DEFINED.exec(this.text.clean.slice(mention.end, mention.end + 24))?.[1];
    const word = defined ?? HEAD_FIRST.exec(mention.text)?.[1];
    if (word !== undefined && (defined !== undefined || !this.names.has(word)))
      this.names.set(word, key);
  }

  /** The name that a capitalised word alone stands for. */
  of({ text, start }: Mention): string | undefined {
    const stands = /(?:\b[Tt]h(?:e|is)|\() *[“"‘]?$/.test(
      this.text.clean.slice(Math.max(0, start - 8), start),
    );
    return stands ? this.names.get(text) : undefined;
  }
}

/**
 * Clusters agreements: named ones by name, described ones by their head word, a new one where the
 * words say that it is new. "The agreement" joins the last one named, "the Agreement" the one defined so.
 * @param notice for notices of contracts, which have one cluster per head
 */
export function clusterAgreements(
  text: Text,
  mentions: readonly Mention[],
  notice: boolean,
): Mention[][] {
  const keyed = new Keyed();
  const last = new LastNamed();
  const lastFresh = new Map<string, string>();
  const terms = new Terms(text);
  for (const [at, mention] of mentions.entries()) {
    const behind = namedBehind(text, mention, mentions[at + 1]);
    if (behind) {
      keyed.put(Keyed.ofName(behind), mention);
      continue;
    }
    if (mention.named) {
      last.name(text, mention, Keyed.ofName(mention));
      terms.name(mention, Keyed.ofName(mention));
      keyed.put(Keyed.ofName(mention), mention);
      continue;
    }
    const head = keyOfAgreement(mention);
    const definite = isDefinite(text, mention);
    const apart = `${head} @${mention.sentence}`;
    const defined = terms.of(mention);
    if (defined !== undefined) keyed.put(defined, mention);
    else if (definite && refersTo(last, mention, head)) keyed.put(last.key!, mention);
    else if (!notice && isFresh(text, mention)) {
      lastFresh.set(head, apart);
      keyed.put(apart, mention);
    } else if (!notice && !definite && BUSINESS.test(head)) keyed.put(apart, mention);
    else {
      const known = lastFresh.get(head.replace('#', '')) ?? lastFresh.get(head) ?? head;
      keyed.put(isOneOfSeveral(text, mention) ? apart : known, mention);
    }
  }
  return keyed.all();
}
