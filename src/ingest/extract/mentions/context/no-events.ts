import { LISTENERS, NOUNS_BEHIND_EVENTS, THINGS_MET } from '../../../lexicon/words.ts';
import type { Text } from '../../../text/text.ts';

/** Words that denote an event, except when followed by these. */
const NO_EVENT: readonly { readonly head: RegExp; readonly behind: RegExp }[] = [
  // "A strike group", "attack helicopters", "a test pilot", "conflict zones".
  {
    head: /(?:strike|attack|tests?|raid|launch|conflict|war|patrol|mission|deployment|tour|operation|review|exercise|consultation)$/i,
    behind: new RegExp(`^[ -](?:${NOUNS_BEHIND_EVENTS})\\b`, 'i'),
  },
  // "Meeting our objectives", "meet the requirements".
  {
    head: /meet(?:s|ing)?$|met$/i,
    behind: new RegExp(
      `^ (?:(?:our|their|its|his|all|the|these|[a-z]+(?:al|ing)) ){0,3}(?:${THINGS_MET})\\b`,
      'i',
    ),
  },
  // "He called on world leaders to join", "called on the community to".
  {
    head: /called on$/i,
    behind:
      /^ [^.;]{1,90}? to [“"]?(?!discuss|convey|pay|offer|brief|exchange|review|thank|present)[a-z]+\b/,
  },
  // "He called Berg a friend", "called it “a mistake”".
  {
    head: /\bcalled$/i,
    behind: /^ (?:it|him|her|them|(?:\p{Lu}[\p{L}’'-]*,? ){1,3})[ ,]*(?:[“"]|an? )/u,
  },
  // "As Hale spoke,", "spoke at the conference".
  {
    head: /\bspoke$/i,
    behind:
      /^[,.;]|^ (?!(?:with|to|by|via|today|briefly|again|earlier|separately)\b|(?:on|over) (?:the )?(?:tele)?phone|on (?:\w+day|\d))/,
  },
  { head: /\bspoke$/i, behind: new RegExp(`^ to (?:the )?(?:${LISTENERS})\\b`) },
];
/** "Must continue to attack": an infinitive, not an attack that took place. */
const VERBS = /^(?:attack|strike|test|launch|raid|review|exercise|clash|battle)$/i;
const AUXILIARY =
  /\b(?:(?:continue|able|wants?|plans?|threatened|orders?|ready|ability|right) to|will|would|can|could|may|might|must|should|cannot|not) $/i;
const [BEFORE, BEHIND] = [16, 110];
/** "Air travel" in general is no event. */
const TRAVEL_OF_ALL = /\b(?:air|space|commercial|business|leisure|time|passenger) $/i;

/** Whether an event word does not denote an event here. */
export function isNoEvent({ clean }: Text, start: number, head: string): boolean {
  const end = start + head.length;
  const behind = clean.slice(end, end + BEHIND).replace(/\s+/g, ' ');
  const before = clean.slice(Math.max(0, start - BEFORE), start);
  return (
    (VERBS.test(head) && AUXILIARY.test(before)) ||
    (/travel$/i.test(head) && TRAVEL_OF_ALL.test(before)) ||
    NO_EVENT.some((one) => one.head.test(head) && one.behind.test(behind))
  );
}
