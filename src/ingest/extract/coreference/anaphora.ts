import type { EntityKind } from '../../../model/kinds.ts';
import { allOf } from '../../text/pattern.ts';
import type { Text } from '../../text/text.ts';
import type { Entity, Mention } from '../vocabulary.ts';

const OFFICES =
  '[Pp]resident|[Pp]rime [Mm]inister|[Mm]inister|[Ss]ecretary|general|admiral|Crown Prince';

type Rule = { regex: RegExp; kind: EntityKind; count: number; test?: (entity: Entity) => boolean };
const company = (entity: Entity) => entity.properties.kind === 'company';
const RULES: Rule[] = [
  {
    regex:
      /\b(?:the two|both|the) (?:leaders|ministers|sides’ ministers|officials|secretaries|generals|chiefs|presidents|men|defen[cs]e ministers|counterparts)\b/gi,
    kind: 'Person',
    count: 2,
  },
  {
    regex:
      /\b(?:the two|both) (?:sides|countries|nations|governments|partners|allies|militaries|armies|navies|states)\b/gi,
    kind: 'Country',
    count: 2,
  },
  {
    regex: /\b(?:the three) (?:countries|nations|leaders|governments|sides)\b/gi,
    kind: 'Country',
    count: 3,
  },
  {
    regex: new RegExp(String.raw`(?<![\w-])(?:[Hh]e|[Ss]he|[Tt]he (?:${OFFICES}))(?=\s)`, 'g'),
    kind: 'Person',
    count: 1,
  },
  {
    regex: /\b(?:the|The) (?:company|firm|manufacturer|contractor|shipbuilder|planemaker)\b/g,
    kind: 'Organisation',
    count: 1,
    test: company,
  },
  {
    regex: /\b(?:the|The) (?:country|Kingdom|kingdom|nation|republic)\b/g,
    kind: 'Country',
    count: 1,
  },
];

/**
 * @returns a function that gives the last `count` named candidates before an offset, the latest
 *   first; offsets must ascend, since the text is read once
 */
function lastNamed(
  candidates: readonly Entity[],
  count: number,
): (start: number) => readonly Entity[] {
  const named = candidates
    .flatMap((entity, number) =>
      entity.mentions.flatMap(({ start, reference }) =>
        reference ? [] : [{ entity, number, start }],
      ),
    )
    .sort((a, b) => a.start - b.start || b.number - a.number);
  let next = 0;
  let last: Entity[] = [];
  return (start) => {
    for (; next < named.length && named[next]!.start < start; next++) {
      const { entity } = named[next]!;
      last = [entity, ...last.filter((one) => one !== entity)].slice(0, count);
    }
    return last;
  };
}

/** Adds anaphors ("the two ministers", "he"), which help to pair entities but are never stored. */
export function addAnaphora(text: Text, entities: Entity[]): void {
  for (const { regex, kind, count, test } of RULES) {
    const candidates = entities.filter((entity) => entity.kind === kind && (!test || test(entity)));
    if (candidates.length < count) continue;
    const named = lastNamed(candidates, count);
    for (const sentence of text.sentences) {
      for (const match of allOf(text.clean.slice(sentence.start, sentence.end), regex)) {
        const start = sentence.start + match.index;
        const last = named(start);
        if (last.length < count) continue;
        for (const entity of last) {
          const mention: Mention = {
            start,
            end: start + match[0].length,
            kind,
            text: match[0],
            rule: count > 1 ? 'plural' : 'reference',
            named: false,
            sentence: sentence.index,
            reference: true,
          };
          entity.mentions.push(mention);
        }
      }
    }
  }
  for (const entity of entities) entity.mentions.sort((a, b) => a.start - b.start);
}
