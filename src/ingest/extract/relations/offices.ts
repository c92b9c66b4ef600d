import type { RelationMention } from '../vocabulary.ts';

/** The lexicons know whose official a person is, and it is another state. */
function isForeign({ type, subject, object }: RelationMention): boolean {
  const countries = subject.background?.countries ?? [];
  return (
    type === 'HOLDS_POSITION' &&
    object.kind === 'Country' &&
    countries.length > 0 &&
    !countries.includes(String(object.properties.iso2))
  );
}

/** Without offices of states that a person does not serve: "President Zelenskyy assured the American people". */
export const withoutForeignOffices = (facts: readonly RelationMention[]): RelationMention[] =>
  facts.filter((fact) => !isForeign(fact));
