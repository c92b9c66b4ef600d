import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { send } from '../http/answer.ts';
import { get, type Route } from '../http/router.ts';

/** The schema as text, which every profile serves because it is no secret. */
export function sdlRoute(schema: GraphQLSchema): Route {
  const text = `${printSchema(lexicographicSortSchema(schema))}\n`;
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'public, max-age=0, must-revalidate',
  };
  return get((_, res) => send(res, 200, headers, text));
}
