// When a predicted name or value agrees with the labelled one.

import { UNITS } from '../ingest/extract/values/numbers.ts';
import type { PropertyValues } from '../model/extraction.ts';

const NUMBERS = UNITS.slice(0, 10);
const NUMBER_WORD = new RegExp(`\\b(?:${NUMBERS.join('|')})\\b`, 'g');

/** Normalises case, accents, marks, possessives, articles, numbers to ten, British spelling. */
function sameForm(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/'s\b/g, '')
    .replace(/[“”"'()[\],:;\u2010-\u2015\-/_]/g, ' ')
    .replace(/\b([a-z])\.(?=[a-z]\.)/g, '$1')
    .replace(/\./g, ' ')
    .replace(/\bdefense\b/g, 'defence')
    .replace(/\bprogramme?s?\b/g, 'program')
    .replace(/\barmored\b/g, 'armoured')
    .replace(NUMBER_WORD, (word) => String(NUMBERS.indexOf(word) + 1))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:the|new|next|an?) /, '')
    .replace(/\bu s(?: a)?\b|\busa\b/g, 'us');
}

/** The form in which names of a kind are compared, without initials of persons. */
export function nameForm(kind: string, name: string): string {
  const form = sameForm(name);
  return kind === 'Person'
    ? form
        .split(' ')
        .filter((word) => word.length > 1)
        .join(' ')
    : form;
}

/** Words of a title that its relationship repeats, such as the country. */
const UNTELLING = /\b(?:indian|india|us|united states|american|israeli|of the|of|the|for|and)\b/g;
const TITLE_OVERLAP_MIN = 0.6;

function titlesAgree(labelled: string, found: string): boolean {
  const [a, b] = [labelled, found].map(
    (title) => new Set(sameForm(title).replace(UNTELLING, ' ').trim().split(/\s+/)),
  ) as [Set<string>, Set<string>];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared) >= TITLE_OVERLAP_MIN;
}

const RELATIVE_TOLERANCE = 1e-6;
const isDate = (property: string) => /On$|^(?:on|from|to)$/.test(property);

/** Whether a predicted value agrees with the labelled one, at the label's precision. */
export function valuesAgree(
  property: string,
  labelled: string | number,
  found: string | number,
): boolean {
  if (isDate(property)) return String(found).startsWith(String(labelled));
  if (property === 'kind' && labelled === 'other' && found === 'contract') return true;
  if (typeof labelled === 'number')
    return (
      Math.abs(Number(found) - labelled) <= RELATIVE_TOLERANCE * Math.max(1, Math.abs(labelled))
    );
  if (property === 'title') return titlesAgree(labelled, String(found));
  return sameForm(labelled) === sameForm(String(found));
}

/** A property under the labels' name: sums in dollars, and the stage of a sale. */
export function readValue(properties: PropertyValues, property: string): string | number | null {
  const value = properties[property] ?? null;
  if (property === 'valueUsd' && value === null)
    return (properties.currency ?? 'USD') === 'USD' ? (properties.value ?? null) : null;
  if (property === 'status') {
    const status = value ?? properties.stage ?? null;
    return status === 'confirmed' || status === 'notified' ? 'approved' : status;
  }
  return value;
}
