import { isRank, type PathQuestion, typesOf } from '../view/PathForm.tsx';

/** Parameters of a path search with a single value. */
export const QUESTION_NAMES = ['a', 'b', 'on', 'sure', 'rank', 'steps', 'k', 'not', 'hubs'];

const within = (text: string | undefined, most: number, usual: number): number => {
  const number = Math.trunc(Number(text ?? usual));
  return Number.isFinite(number) ? Math.min(most, Math.max(1, number)) : usual;
};

const ID = /^[a-z]+:\S+$/i;

/** Entities in an address: one id or name per value, or ids separated by commas. */
export function namedIn(url: URL, name: 'through' | 'avoid', most: number): string[] {
  const all = url.searchParams.getAll(name).flatMap((value) => {
    const parts = value.split(',').map((part) => part.trim());
    return parts.every((part) => ID.test(part)) ? parts : [value.trim()];
  });
  return [...new Set(all.filter(Boolean))].slice(0, most);
}

/** Least relationships of a hub; null if hubs are not avoided. */
export const hubsFrom = ({ hubs }: PathQuestion): number | null =>
  hubs === undefined ? null : within(hubs, 1_000_000, 50);

/** The search as variables of the API. */
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
