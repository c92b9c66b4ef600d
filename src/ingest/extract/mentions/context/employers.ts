import { COMPANY_NOUNS, STAFF } from '../../../lexicon/words.ts';
import { CAP, type Finder, matches, pattern } from '../finder.ts';
import { organisationKind } from '../organisation-kinds.ts';

const NAME = `${CAP}(?: ${CAP}){0,2}`;
/** "Skyfjord, a maker of", "Skyfjord's shares". */
const COMPANY_BEHIND = pattern(
  `(?<![\\w-])(${NAME})(?:(?:, (?:a|an|the) [a-z -]{0,40}\\b(?:company|firm|maker|manufacturer|contractor|start-?up|builder))|[’']s (?:chief executive|CEO|shares|plant|factory|shipyard))`,
);
/** "The airline Skyfjord". */
const COMPANY_BEFORE = pattern(`(?<![\\w-])(?:${COMPANY_NOUNS}) (${CAP}(?: (?:of )?${CAP}){0,2})`);
const BASED = `(?:(?:${CAP} )?[A-Z][a-z]+-based )?`;
const FIELD = `(?: (?:of|for|on) (?:the )?${CAP}(?: (?:and )?${CAP})*)?`;
/** "A fellow at Nordby House": a place of work is an organisation, whatever its name. */
const PLACE_OF_WORK = pattern(
  `(?<![\\w-])(?:${STAFF})(?: (?:[a-z][\\w-]*|and)){0,7}? (?:at|with) (?:the )?${BASED}(${CAP}(?: ${CAP}){0,3}${FIELD})`,
);

/** Finds companies and institutes by the words around their names. */
export const findEmployers: Finder = (text) => [
  ...[...matches(text, COMPANY_BEHIND)].map(({ start, match }) => ({
    start,
    end: start + match[1]!.length,
    kind: 'Organisation' as const,
    rule: 'company-context' as const,
    weight: 3,
    properties: { kind: 'company' },
  })),
  ...(
    [
      [COMPANY_BEFORE, 3.5],
      [PLACE_OF_WORK, 7.2],
    ] as const
  ).flatMap(([regex, weight]) =>
    [...matches(text, regex)].map(({ start, match }) => {
      const end = start + match[0].length;
      return {
        start: end - match[1]!.length,
        end,
        kind: 'Organisation' as const,
        rule: 'company-context' as const,
        weight,
        properties: { kind: organisationKind(match[1]!) },
      };
    }),
  ),
];
