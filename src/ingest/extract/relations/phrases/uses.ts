import type { EntityKind } from '../../../../model/kinds.ts';
import { inside, type Span } from '../../../text/text.ts';
import { modalityOfFact } from '../../factuality/evidence.ts';
import type { Entity, RelationMention } from '../../vocabulary.ts';
import type { Names } from './names.ts';
import { listedBefore, listedBehind } from './told-together.ts';

/** Words of a system's own that may stand before its name: "its 36 new", "the Russian-made". */
const BEFORE_NAME = String.raw`(?:(?!against|alongside|with|over|to|from|into|at|by)[\w’'-]+ ){0,4}`;
const AFTER_NAME = String.raw`(?: (?!and|but|while|from)[a-z-]+){0,3}`;
const COUNT = String.raw`(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|several|dozens of)`;
/** "plans to", "has decided to", "is set to": what is not done yet. */
const PLANS = String.raw`(?:(?:has|have|is|are|also|now|plan(?:s|ned|ning)?|intends?|wants?|decided|agreed|aim(?:s|ing)|set|due|will|would|to) ){1,4}`;

type SaidType = 'OPERATES' | 'MANUFACTURES' | 'PLANS_TO_ACQUIRE';

/** Fixed phrases that say who uses, makes or will buy a system, the actor named first. */
const ACTOR_FIRST: readonly {
  readonly type: SaidType;
  readonly says: RegExp;
  /** What stands behind the second name. */
  readonly behind?: RegExp;
  /** Whether only an armed force is meant. */
  readonly force?: true;
}[] = [
  {
    type: 'OPERATES',
    says: new RegExp(
      `^ (?:(?:currently|already|now|also|still|has|have|had|are|is|was|were) ){0,2}(?:operat(?:es?|ed|ing)|fl(?:y|ies|ew|ying)|field(?:s|ed)?|employ(?:s|ed)?|inducted|commissioned|fired|took delivery of) ${BEFORE_NAME}$`,
    ),
  },
  {
    type: 'OPERATES',
    says: new RegExp(
      `^(?:[’']s)? (?:(?:existing|current|entire|ageing|aging|own) )?(?:fleet|inventory|arsenal)(?: to date)?(?: of|,? (?:which )?includ(?:es|ing)) ${BEFORE_NAME}$`,
    ),
  },
  {
    type: 'OPERATES',
    says: /^ (?:is|are) (?:[a-z]+ )?(?:equipped|armed) with (?:the |its )?(?:[\w.-]+ ){0,2}$/,
  },
  { type: 'OPERATES', says: /^ $/, force: true },
  {
    type: 'MANUFACTURES',
    says: new RegExp(
      `^(?:, which)? (?:manufactures?|builds?|produces?|makes?) (?:the|its|their) ${BEFORE_NAME}$`,
    ),
  },
  { type: 'MANUFACTURES', says: /^-(?:made|built|developed|designed) (?:[\w-]+ )?$/ },
  {
    type: 'MANUFACTURES',
    says: /^,? (?:which is )?(?:the )?(?:maker|manufacturer|builder|producer) of (?:the )?(?:[\w-]+ ){0,2}$/,
  },
  {
    type: 'OPERATES',
    says: new RegExp(
      `^ (?:already |currently )?(?:ha[sd]|have|owns?|possess(?:es)?) ${COUNT} ${BEFORE_NAME}$`,
    ),
    behind: /^(?!.{0,24}\bon order\b)/,
  },
  {
    type: 'OPERATES',
    says: /^(?:[’']s)? (?:[\w-]+ ){0,2}$/,
    behind: /^s? (?:[a-z]+ )?(?:fleets?|squadrons?|inventory|pilots?|crews?)\b/,
  },
  {
    type: 'PLANS_TO_ACQUIRE',
    says: new RegExp(`^ ${PLANS}(?:buy|purchase|acquire|procure|order|receive) ${BEFORE_NAME}$`),
  },
  {
    type: 'PLANS_TO_ACQUIRE',
    says: new RegExp(
      `^ (?:(?:has|have|also|already) ){0,2}(?:ordered|selected|(?:signed|placed) (?:a |an )?(?:[a-z-]+ )?(?:contract|order|deal) (?:for|to buy|to acquire)) ${BEFORE_NAME}$`,
    ),
  },
  {
    type: 'PLANS_TO_ACQUIRE',
    says: new RegExp(
      `^(?:[’']s)? (?:(?:planned |proposed |possible )?(?:procurement|purchase|acquisition) of|(?:decision|plans?) (?:[a-z]+ ){0,3}to (?:buy|purchase|acquire)|orders? for) ${BEFORE_NAME}$`,
    ),
  },
];
/** Fixed phrases with the system first. */
const SYSTEM_FIRST: typeof ACTOR_FIRST = [
  {
    type: 'OPERATES',
    says: new RegExp(
      `^s?${AFTER_NAME},? (?:in (?:active )?service with|(?:already )?(?:operated|flown|fielded|used) by|inducted (?:into|by)|in the (?:fleet|inventory|arsenal) of) (?:the )?$`,
    ),
  },
  {
    type: 'MANUFACTURES',
    says: new RegExp(
      `^s?${AFTER_NAME},? (?:which (?:is|are) )?(?:made|built|manufactured|produced|developed) by (?:the )?(?:[a-z-]+ ){0,3}$`,
    ),
  },
  {
    type: 'MANUFACTURES',
    says: /^s?(?:[’']s)? (?:[a-z]+ )?(?:maker|manufacturer|builder|producer),? $/,
  },
  {
    type: 'PLANS_TO_ACQUIRE',
    says: new RegExp(
      `^s?${AFTER_NAME},? (?:which (?:is|are) )?(?:(?:to be )?(?:ordered|acquired|procured) by|on order (?:for|by)|(?:to be|being) delivered to) (?:the )?$`,
    ),
  },
];
/** As high as the scorer's for the types that it finds most often. */
const CONFIDENCE = 0.8;

const ACTORS: ReadonlySet<EntityKind> = new Set(['Country', 'Organisation']);
/** Who says so in which order; undefined where the words do not say it. */
const saidBy = (phrases: typeof ACTOR_FIRST, words: string, behind: string, actor: Entity) => {
  const { kind } = actor.properties;
  const isMeant = ({ says, behind: then, force }: (typeof phrases)[number]) =>
    says.test(words) && (then?.test(behind) ?? true) && (!force || kind === 'armed_force');
  const said = phrases.find(isMeant);
  const isCompany = kind === 'company';
  return isCompany && said?.type !== 'MANUFACTURES' ? undefined : said?.type;
};
/** "Israel" of "Israel Aerospace Industries" is not who builds. */
const isWithin = (one: Span, other: Span) =>
  inside(one, other) && one.end - one.start < other.end - other.start;
/** Nor does a state use what is "in service with the Armenian Army", where that is not found as a body. */
const NAME_GOES_ON = /^ \p{Lu}/u;
/** Words behind a name that are looked at, in UTF-16 units. */
const BEHIND = 40;

/**
 * Who uses, makes or will buy a system, where a fixed phrase joins the two: "the Navy operates six
 * P-8", "in service with", "built by", "plans to buy". The scorer sees too few of each phrase to learn it.
 * @param known what the scorer found; it is not told twice
 */
export function usesAndMakers(names: Names, known: readonly RelationMention[]): RelationMention[] {
  const keyOf = (type: string, actor: Entity, system: Entity) => `${type} ${actor.id} ${system.id}`;
  const told = new Set(known.map(({ type, subject, object }) => keyOf(type, subject, object)));
  const found: RelationMention[] = [];
  const { text, lists, bodies } = names;
  for (const { words, subject, object, subjectMention, objectMention } of names.neighbours) {
    const forward = ACTORS.has(subject.kind) && object.kind === 'WeaponSystem';
    const backward = subject.kind === 'WeaponSystem' && ACTORS.has(object.kind);
    if (!forward && !backward) continue;
    const [actor, system] = forward ? [subject, object] : [object, subject];
    if (bodies.some((body) => isWithin(forward ? subjectMention : objectMention, body))) continue;
    const behind = text.clean.slice(objectMention.end, objectMention.end + BEHIND);
    if (backward && actor.kind === 'Country' && NAME_GOES_ON.test(behind)) continue;
    const type = saidBy(forward ? ACTOR_FIRST : SYSTEM_FIRST, words, behind, actor);
    if (type === undefined) continue;
    const [own, other] = forward
      ? [subjectMention, objectMention]
      : [objectMention, subjectMention];
    const isListed = forward && type !== 'MANUFACTURES';
    const systems = listedBehind(
      text,
      { entity: system, mention: other },
      isListed ? lists.get(other) : undefined,
    );
    const actors = isListed ? listedBefore(text, { entity: actor, mention: own }, lists) : [];
    for (const by of [{ entity: actor, mention: own }, ...actors])
      for (const { entity, mention } of systems) {
        if (told.has(keyOf(type, by.entity, entity))) continue;
        told.add(keyOf(type, by.entity, entity));
        const fact = { type, subjectMention: by.mention, objectMention: mention };
        const modality = modalityOfFact(text, fact);
        const ends = { subject: by.entity, object: entity };
        found.push({ ...fact, ...ends, confidence: CONFIDENCE, modality });
      }
  }
  return found;
}
