import { addTo } from '../../../grouped.ts';
import { keyOf } from '../../lexicon/name-key.ts';
import type { Text } from '../../text/text.ts';
import type { Mention } from '../vocabulary.ts';

/** After this many sentences, "the pact" no longer refers to the agreement just named. */
const JUST_NAMED = 2;
/** After this many sentences, "the framework" no longer refers to a framework named before. */
const NAMED_BEFORE = 6;

/** Words that name something in passing: "unlike the treaty of 1951", "invited to the forum". */
const ASIDE =
  /\b(?:since|unlike|replac\w+|supersed\w+|besides|beside|next to|older|earlier|previous|invit\w+|ahead of|in (?:19|20)\d\d)\b/i;
const isAside = (text: Text, { start, end }: Mention) =>
  ASIDE.test(text.clean.slice(Math.max(0, start - 40), start)) ||
  /^[^.]{0,40}\b(?:in|of) (?:19|20)\d\d\b/.test(text.clean.slice(end, end + 60));

/** The name that directly follows its description: "the exercise, Yudh Abhyas". */
export function namedBehind(text: Text, mention: Mention, next: Mention | undefined) {
  if (!next || mention.named || !next.named || next.start < mention.end) return undefined;
  return /^[\s—–:,“"‘(-]{1,3}$/.test(text.clean.slice(mention.end, next.start)) ? next : undefined;
}

export const around = (text: Text, mention: Mention) =>
  text.clean.slice(Math.max(0, mention.start - 30), mention.end + 25);

export function isDefinite({ clean }: Text, { start }: Mention): boolean {
  return /\b(?:the|this|that|its|these|their)\s+$/i.test(
    clean.slice(Math.max(0, start - 7), start),
  );
}

/** "A meeting", "a second joint exercise": words that introduce. */
export function isIndefinite({ clean }: Text, { start }: Mention): boolean {
  return /\ban?(?:\s+[\w-]+){0,2}\s+$/i.test(clean.slice(Math.max(0, start - 30), start));
}

/** The last name, for descriptions that refer back to it. */
export class LastNamed {
  private last: { key: string; head: string; kind: unknown; sentence: number } | undefined;

  /** Keeps a name, unless it is named in passing. */
  name(text: Text, mention: Mention, key: string): void {
    if (this.last && isAside(text, mention)) return;
    const { sentence, properties } = mention;
    this.last = { key, head: key.split(' ').at(-1)!, kind: properties?.kind, sentence };
  }

  get key(): string | undefined {
    return this.last?.key;
  }

  isOf(kind: string): boolean {
    return this.last?.kind === kind;
  }

  /** Whether a description may refer to the name: just before, or a while ago with one head. */
  isNear({ sentence }: Mention, head: string, sameKind: boolean): boolean {
    if (!this.last) return false;
    const within = this.last.head === head || sameKind ? NAMED_BEFORE : JUST_NAMED;
    return sentence - this.last.sentence <= within;
  }
}

/** Mentions by cluster key; clusters are in the order of their first mention. */
export class Keyed {
  private readonly clusters = new Map<string, Mention[]>();

  put(key: string, mention: Mention): void {
    addTo(this.clusters, key, mention);
  }

  /** The key of a named mention. */
  static ofName(mention: Mention): string {
    return keyOf(mention.name ?? mention.text);
  }

  all(): Mention[][] {
    return [...this.clusters.values()];
  }
}
