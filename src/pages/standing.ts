import type { TieData } from './operations/parts.ts';
import { count, inWords, MODALITY_WORDS } from './words.ts';

type Standing = Pick<
  TieData,
  'modality' | 'plannedSince' | 'rumouredSince' | 'deniedBy' | 'contested'
>;

/** The modality of most statements, and since when, if they do not assert it. */
export function modalityOf({ modality, plannedSince, rumouredSince }: Standing): string {
  const since = { planned: plannedSince, rumoured: rumouredSince, asserted: null, denied: null };
  const date = since[modality];
  return date ? `${MODALITY_WORDS[modality]} since ${inWords(date)}` : MODALITY_WORDS[modality];
}

/** Further statements: earlier plans and rumours, and denials. */
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
