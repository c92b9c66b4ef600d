import type { TieData } from './operations/parts.ts';
import { count, inWords, MODALITY_WORDS } from './words.ts';

type Standing = Pick<
  TieData,
  'modality' | 'plannedSince' | 'rumouredSince' | 'deniedBy' | 'contested'
>;

/** How it is said by those who say most of it, and since when where it is not said to be done. */
export function modalityOf({ modality, plannedSince, rumouredSince }: Standing): string {
  const since = { planned: plannedSince, rumoured: rumouredSince, asserted: null, denied: null };
  const date = since[modality];
  return date ? `${MODALITY_WORDS[modality]} since ${inWords(date)}` : MODALITY_WORDS[modality];
}

/** What was said of it besides: earlier plans and rumours, and who denies it. */
export function besidesOf(tie: Standing): string[] {
  const { modality, plannedSince, rumouredSince, deniedBy } = tie;
  return [
    plannedSince && modality !== 'planned' ? `told as a plan since ${inWords(plannedSince)}` : '',
    rumouredSince && modality !== 'rumoured'
      ? `told as a rumour since ${inWords(rumouredSince)}`
      : '',
    deniedBy && modality !== 'denied' ? `denied by ${count(deniedBy, 'independent source')}` : '',
  ].filter(Boolean);
}
