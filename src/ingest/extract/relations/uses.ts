import type { EntityKind } from '../../../model/kinds.ts';
import type { Text } from '../../text/text.ts';
import { modalityOfFact } from '../factuality/evidence.ts';
import type { Entity, RelationMention } from '../vocabulary.ts';
import { neighbours } from './phrases.ts';

/** Words before a system's name: "its 36 new", "the Russian-made". */
const BEFORE_NAME = String.raw`(?:[\w’'-]+ ){0,4}`;
const AFTER_NAME = String.raw`(?: (?!and|but|while|from)[a-z-]+){0,3}`;

/** Fixed phrases for users and makers of a system, with the actor first. */
const ACTOR_FIRST: readonly {
  readonly type: 'OPERATES' | 'MANUFACTURES';
  readonly says: RegExp;
}[] = [
  {
    type: 'OPERATES',
    says: new RegExp(
      `^ (?:(?:currently|already|now|also|still|has|have) ){0,2}(?:operat(?:es?|ed)|fl(?:y|ies|ew)|field(?:s|ed)?|employs?|inducted|commissioned|took delivery of) ${BEFORE_NAME}$`,
    ),
  },
  {
    type: 'OPERATES',
    says: new RegExp(
      `^(?:[’']s)? (?:(?:existing|current|entire|ageing|aging|own) )?(?:fleet|inventory|arsenal) of ${BEFORE_NAME}$`,
    ),
  },
  {
    type: 'MANUFACTURES',
    says: new RegExp(
      `^(?:, which)? (?:manufactures?|builds?|produces?|makes?) (?:the|its|their) ${BEFORE_NAME}$`,
    ),
  },
  { type: 'MANUFACTURES', says: /^-(?:made|built|developed|designed) (?:[\w-]+ )?$/ },
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
      `^s?${AFTER_NAME},? (?:which (?:is|are) )?(?:made|built|manufactured|produced) by (?:the )?(?:[a-z-]+ ){0,3}$`,
    ),
  },
];
/** As high as the scorer's for the types that it finds most often. */
const CONFIDENCE = 0.8;

const ACTORS: ReadonlySet<EntityKind> = new Set(['Country', 'Organisation']);
/** The type that a phrase states; undefined where it states none. */
const saidBy = (phrases: typeof ACTOR_FIRST, words: string, actor: Entity) => {
  const type = phrases.find(({ says }) => says.test(words))?.type;
  return type === 'OPERATES' && actor.properties.kind === 'company' ? undefined : type;
};

/**
 * Finds users and makers of systems in fixed phrases: "the Navy operates six P-8", "in service
 * with", "built by". Each phrase is too rare for the scorer to learn.
 * @param known relations of the scorer, which are not repeated
 */
export function usesAndMakers(
  text: Text,
  entities: readonly Entity[],
  known: readonly RelationMention[],
): RelationMention[] {
  const keyOf = (type: string, actor: Entity, system: Entity) => `${type} ${actor.id} ${system.id}`;
  const told = new Set(known.map(({ type, subject, object }) => keyOf(type, subject, object)));
  const found: RelationMention[] = [];
  for (const { words, subject, object, subjectMention, objectMention } of neighbours(
    text,
    entities,
  )) {
    const forward = ACTORS.has(subject.kind) && object.kind === 'WeaponSystem';
    const backward = subject.kind === 'WeaponSystem' && ACTORS.has(object.kind);
    if (!forward && !backward) continue;
    const [actor, system] = forward ? [subject, object] : [object, subject];
    const type = saidBy(forward ? ACTOR_FIRST : SYSTEM_FIRST, words, actor);
    if (type === undefined || told.has(keyOf(type, actor, system))) continue;
    told.add(keyOf(type, actor, system));
    const ends = forward
      ? { subjectMention, objectMention }
      : { subjectMention: objectMention, objectMention: subjectMention };
    const fact = { type, ...ends };
    const modality = modalityOfFact(text, fact);
    found.push({ ...fact, subject: actor, object: system, confidence: CONFIDENCE, modality });
  }
  return found;
}
