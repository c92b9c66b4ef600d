import { keyOf } from '../../lexicon/name-key.ts';
import { wordsOf } from '../../lexicon/word-list.ts';
import type { Text } from '../../text/text.ts';
import type { Mention } from '../vocabulary.ts';

/** After this many sentences, "the attack" may be another one. */
const JUST_TOLD = 3;

/** Heads of unnamed hostilities, of which a text may have several. */
const HOSTILE =
  /(?:strikes?|attacks?|offensive|invasion|raids?|bombing|bombardment|incursion|war|conflict|clash(?:es)?|battle|campaign)$/i;
/** The target or place of hostilities: "on Tel Aviv", "in Gaza". */
const TARGET =
  /^\s+(?:on|in|against|at|with|inside|between) (?:the )?((?:\p{Lu}[\p{L}’'-]*)(?: \p{Lu}[\p{L}’'-]*)*)/u;
/** What hostilities are against that has no name: "attacks on shipping". */
const COMMON_TARGET = /^\s+(?:on|against) (?:the |a )?(\p{Ll}[\p{Ll}-]+)(?: (\p{Ll}[\p{Ll}-]+))?/u;
const NO_TARGET =
  /^(?:in|at|by|of|to|for|with|from|and|that|which|who|near|off|over|since|all|both|board|camera|behalf|top|many|several|multiple|some|other)$/;
/** Characters behind hostilities that may name their target, with the room of a link. */
const TARGET_WITHIN = 240;

/** The target that the words behind hostilities tell. */
function targetOf(behind: string): string | undefined {
  const named = TARGET.exec(behind)?.[1];
  if (named !== undefined) return named;
  const [, first = '', second = ''] = COMMON_TARGET.exec(behind) ?? [];
  if (first === '' || NO_TARGET.test(first)) return undefined;
  return second === '' || NO_TARGET.test(second) ? first : second;
}
export const isHostile = ({ text }: Mention) => HOSTILE.test(text);
/** The party in front of hostilities: "the Ukraine war", "Houthi attacks". */
const OWNER = /(?<!\p{L})(\p{Lu}[\p{L}.-]*)(?:[’']s?)?(?: [a-z-]+)? $/u;
const NO_OWNER = wordsOf('acts/no-owners');

const alikeHead = (mention: Mention) =>
  keyOf(mention.text)
    .split(' ')
    .at(-1)!
    .replace(/^air/, '')
    .replace(/(?<=[kedr])s$/, '');

/**
 * Clusters the hostilities of a document: the same word with the same target is one, "the attack"
 * is the one just mentioned; in doubt they stay apart.
 */
export class Hostilities {
  private readonly text: Text;
  private last = new Map<string, { key: string; sentence: number }>();

  constructor(text: Text) {
    this.text = text;
  }

  /** Whether a heading stands between two sentences: what is told below it is another matter. */
  private isUnderOtherHeading(before: number, at: number): boolean {
    const { sentences, blocks } = this.text;
    return sentences.slice(before + 1, at).some(({ block }) => blocks[block]?.kind === 'heading');
  }

  keyFor(mention: Mention, definite: boolean): string {
    const { clean } = this.text;
    const head = alikeHead(mention);
    const target = targetOf(clean.slice(mention.end, mention.end + TARGET_WITHIN));
    const from = this.text.sentences[mention.sentence]!.start;
    const word = OWNER.exec(clean.slice(Math.max(from, mention.start - 40), mention.start))?.[1];
    const owner = word && !NO_OWNER.has(word) ? word : undefined;
    const before = this.last.get(head);
    const told = [owner && `by ${owner}`, target && `on ${target}`].filter(Boolean).join(' ');
    const again =
      before && told === '' && (definite || mention.sentence === before.sentence)
        ? mention.sentence - before.sentence <= JUST_TOLD &&
          !this.isUnderOtherHeading(before.sentence, mention.sentence)
        : false;
    const key = again
      ? before!.key
      : `other ${head} ${told === '' ? `@${mention.start}` : keyOf(told)}`;
    this.last.set(head, { key, sentence: mention.sentence });
    return key;
  }
}
