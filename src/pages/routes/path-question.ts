import { isRank, type PathQuestion, typesOf } from '../view/PathForm.tsx';

/** Everything that a path can be asked by and that has one value, as it stands in the address. */
export const QUESTION_NAMES = ['a', 'b', 'on', 'sure', 'rank', 'steps', 'k', 'not', 'hubs'];

const within = (text: string | undefined, most: number, usual: number): number => {
  const number = Math.trunc(Number(text ?? usual));
  return Number.isFinite(number) ? Math.min(most, Math.max(1, number)) : usual;
};

const ID = /^[a-z]+:\S+$/i;

/** Entities that an address names: one id or name for each value, or ids with commas between. */
export function namedIn(url: URL, name: 'through' | 'avoid', most: number): string[] {
  const all = url.searchParams.getAll(name).flatMap((value) => {
    const parts = value.split(',').map((part) => part.trim());
    return parts.every((part) => ID.test(part)) ? parts : [value.trim()];
  });
  return [...new Set(all.filter(Boolean))].slice(0, most);
}

/** From how many relationships on an entity is a hub; null when none is avoided for that. */
export const hubsFrom = ({ hubs }: PathQuestion): number | null =>
  hubs === undefined ? null : within(hubs, 1_000_000, 50);

/** The question in the terms of the API. */
export const variablesOf = (
  question: PathQuestion,
  ends: { readonly from: string; readonly to: string },
  by: { readonly through: string[]; readonly avoid: string[] },
) => ({
  ...ends,
  first: within(question.k, 10, 3),
  maxLength: within(question.steps, 6, 4),
  types: typesOf(question),
  through: by.through.length > 0 ? by.through : null,
  avoid: by.avoid.length > 0 ? by.avoid : null,
  minConfidence: question.sure === undefined ? null : Number(question.sure) || 0,
  asOf: question.on === undefined ? null : { valid: question.on },
  rankBy: isRank(question.rank ?? '') ? (question.rank as 'LENGTH') : ('LENGTH' as const),
});
