import type { SentenceData } from '../operations/parts.ts';
import type { Around } from '../view/Sentence.tsx';

/** The words around a quote; none until the API tells them. */
export const aroundOf = (_statement: SentenceData): Around | null => null;
