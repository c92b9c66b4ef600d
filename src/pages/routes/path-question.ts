import { isRank, type PathQuestion, typesOf } from '../view/PathForm.tsx';

/** Everything that a path can be asked by, as it stands in the address. */
export const QUESTION_NAMES = [
  ...['a', 'b', 'through', 'avoid', 'on', 'sure', 'rank', 'steps', 'k', 'not'],
];

const within = (text: string | undefined, most: number, usual: number): number => {
  const number = Math.trunc(Number(text ?? usual));
  return Number.isFinite(number) ? Math.min(most, Math.max(1, number)) : usual;
};

const idsOf = (text: string | undefined): string[] | null => {
  const all = (text ?? '').split(/[,\s]+/).filter(Boolean);
  return all.length > 0 ? all : null;
};

/** The question in the terms of the API. */
export const variablesOf = (question: PathQuestion, from: string, to: string) => ({
  from,
  to,
  first: within(question.k, 10, 3),
  maxLength: within(question.steps, 6, 4),
  types: typesOf(question),
  through: idsOf(question.through),
  avoid: idsOf(question.avoid),
  minConfidence: question.sure === undefined ? null : Number(question.sure) || 0,
  asOf: question.on === undefined ? null : { valid: question.on },
  rankBy: isRank(question.rank ?? '') ? (question.rank as 'LENGTH') : ('LENGTH' as const),
});
