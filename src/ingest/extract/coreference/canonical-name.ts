import { slug } from '../../../model/ids.ts';
import type { Entity } from '../vocabulary.ts';
import { isSameModel, variantOf } from './weapon-variants.ts';

export interface EntityName {
  /** The lexicon's name if known, else the fullest of the document. */
  readonly name: string;
  /** All other spellings in the document. */
  readonly aliases: readonly string[];
  /** Slug of the lexicon's name; null for entities that no lexicon has. */
  readonly lexiconId: string | null;
}

/** The lexicon name that most mentions have, because some forms belong to several entries. */
function lexiconName({ kind, mentions }: Entity): string | undefined {
  if (kind === 'Person' || kind === 'Country') return undefined;
  const counts = new Map<string, number>();
  for (const { name } of mentions) if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(
    (a, b) => b[1] - a[1] || b[0].length - a[0].length || a[0].localeCompare(b[0]),
  )[0]?.[0];
}

/** Whether a form is a variant: its own entity, even if the lexicon has it as a family's alias. */
function isVariant(form: string, listed: string): boolean {
  const [own, family] = [variantOf(form), variantOf(listed)];
  return !isSameModel(own, family) || (own.mark !== '' && own.mark !== family.mark);
}

export function entityName(entity: Entity): EntityName {
  const listed = lexiconName(entity);
  const variant =
    entity.kind === 'WeaponSystem' && listed !== undefined && isVariant(entity.name, listed);
  const known = variant ? undefined : listed;
  const name = known ?? entity.name;
  const spellings = new Set([entity.name, ...entity.aliases]);
  spellings.delete(name);
  return {
    name,
    aliases: [...spellings].sort(),
    lexiconId: known === undefined ? null : slug(known),
  };
}
