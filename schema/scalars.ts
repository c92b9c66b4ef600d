import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isFuzzyDate } from '../src/model/dates.ts';

function check(value: unknown): string {
  if (typeof value === 'string' && isFuzzyDate(value)) return value;
  throw new GraphQLError(
    `${JSON.stringify(value)} is no date; write a year, a month or a day, such as "2025", "2025-10" or "2025-10-31".`,
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
}

export const FuzzyDateScalar = new GraphQLScalarType<string, string>({
  name: 'FuzzyDate',
  description:
    'A date as exact as its source: `2025`, `2025-10` or `2025-10-31`. Dates compare as intervals.',
  serialize: (value) => String(value),
  parseValue: check,
  parseLiteral: (node) => check(node.kind === Kind.STRING ? node.value : undefined),
});
