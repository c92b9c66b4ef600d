import { inside, type Text } from '../../../text/text.ts';
import { modalityOfFact } from '../../factuality/evidence.ts';
import type { Mention, RelationMention } from '../../vocabulary.ts';
import type { List } from '../siblings.ts';
import type { Named, Names } from './names.ts';

const GOES_ON = [
  'and|as|at|before|after|during|for|from|in|on|over|since|that|to|which|with|this|last|next',
  'were|was|held|have|had|has|will|are|is|also|recently|today|jointly|began|took|sign\\w*|ink\\w*',
  'conclude\\w*|(?:co-?)?host\\w*|conduct\\w*|participat\\w*|attend\\w*',
].join('|');
/** What stands behind a state that acts itself, and not behind the one of "the Polish minister". */
const BEHIND_STATE = new RegExp(`^(?:[^\\p{L} ’']| (?:${GOES_ON})(?!\\p{L})|$)`, 'u');
/** "signed by the agency’s director": someone of it acts. */
const OWNER = /^[’']s?\s/;
/** "by Saab President Ann Berg": the name belongs to another. */
const NAME_GOES_ON = /^ \p{Lu}/u;
/** Words behind a name that are looked at, in UTF-16 units. */
const NEAR = 40;
/** As high as the scorer's for the types that it finds most often. */
const CONFIDENCE = 0.8;

/** Facts of fixed phrases, which hold for all who stand in one list. */
export class ToldTogether {
  readonly found: RelationMention[] = [];
  private readonly names: Names;
  private readonly told: Set<string>;

  /** @param known what was found before; it is not told twice */
  constructor(names: Names, known: readonly RelationMention[]) {
    this.names = names;
    this.told = new Set(known.map((fact) => this.keyOf(fact)));
  }

  private readonly keyOf = ({
    type,
    subject,
    object,
  }: Pick<RelationMention, 'type' | 'subject' | 'object'>) => `${type} ${subject.id} ${object.id}`;

  tell(type: RelationMention['type'], from: Named, to: Named): void {
    const ends = {
      type,
      subject: from.entity,
      object: to.entity,
      subjectMention: from.mention,
      objectMention: to.mention,
    };
    const key = this.keyOf(ends);
    if (this.told.has(key)) return;
    this.told.add(key);
    const modality = modalityOfFact(this.names.text, ends);
    this.found.push({ ...ends, confidence: CONFIDENCE, modality });
  }

  /** All of a list who act themselves: a state in the name of a body or of an office does not. */
  actors({ entity, mention }: Named): Named[] {
    return [...(this.names.lists.get(mention) ?? [[entity, mention] as const])]
      .map(([one, at]): Named => ({ entity: one, mention: at }))
      .filter((one) => this.isAlone(one));
  }

  private isAlone({ entity, mention }: Named): boolean {
    const behind = this.names.text.clean.slice(mention.end, mention.end + NEAR);
    if (OWNER.test(behind)) return false;
    if (entity.kind === 'Person') return true;
    if (entity.kind !== 'Country') return !NAME_GOES_ON.test(behind);
    const bodies = this.names.bodiesIn.get(mention.sentence) ?? [];
    return BEHIND_STATE.test(behind) && !bodies.some((body) => inside(mention, body));
  }
}

/** "the F-16 and two new P-8": what stands between those of one list of systems. */
const BETWEEN_LISTED = /^(?!.*\b(?:by|from|of|only|which|while|with)\b).{1,45}$/;

/** A system, and those that follow in its list: what is used or bought is said once for all. */
export function listedBehind(text: Text, first: Named, list: List | undefined): Named[] {
  const found = [first];
  for (const [entity, mention] of list ?? []) {
    const { end } = found.at(-1)!.mention;
    if (mention.start < end) continue;
    if (!BETWEEN_LISTED.test(text.clean.slice(end, mention.start))) break;
    found.push({ entity, mention });
  }
  return found;
}

const JOINT = /^(?:,|,? and) (?:the )?$/;

/** "the Air Force and Navy operate": those joined to one before it. */
export function listedBefore(
  { clean }: Text,
  last: Named,
  lists: ReadonlyMap<Mention, List>,
): Named[] {
  const found: Named[] = [];
  let { start } = last.mention;
  for (const [entity, mention] of [...(lists.get(last.mention) ?? [])].reverse()) {
    if (mention.end > start) continue;
    if (!JOINT.test(clean.slice(mention.end, start))) break;
    found.push({ entity, mention });
    start = mention.start;
  }
  return found;
}
