import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { InputError, TimeoutError } from '../../../src/errors.ts';
import { maskError, requestIdOf, WARM_UP } from '../../../src/server/answer/errors.ts';
import { testDatabase } from '../../helpers/neo4j.ts';
import { ask, readableLog, serve } from '../serving.ts';

/** Words of Neo4j, of the driver, of the program and of this machine. */
const LEAKS =
  /Neo\.|neo4j|MATCH|RETURN|bolt:|127\.0\.0\.1|node_modules|\.ts\b|\bat \w+ \(|password/i;

function mask(error: unknown, suggestions = true, requestId = 'r1') {
  const { log, lines } = readableLog();
  requestIdOf.set(error as object, requestId);
  const { message, extensions } = maskError(error, { log, suggestions });
  return { message, extensions, lines };
}
const thrown = (originalError: Error) => new GraphQLError(originalError.message, { originalError });

describe('an error', () => {
  test('that was raised on purpose is told with its code', () => {
    expect(mask(thrown(new InputError('first is 0; it must be 1 to 100.')))).toMatchObject({
      message: 'first is 0; it must be 1 to 100.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(mask(thrown(new TimeoutError('late'))).extensions).toMatchObject({
      code: 'TIMEOUT',
      http: { status: 504 },
    });
  });

  test('that nobody expected is hidden, and logged with the id that the client is told', () => {
    const { message, extensions, lines } = mask(thrown(new TypeError('secret of the program')));
    expect(message).not.toContain('secret');
    expect(extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: 'r1' });
    expect(lines).toEqual([expect.stringMatching(/secret of the program.*"requestId":"r1"/)]);
  });

  test('that was foreseen is one line of the log with what the database said; of the server itself none', () => {
    const late = () =>
      thrown(
        new TimeoutError('late', { cause: new Error('terminated by bolt://user:secret@host') }),
      );
    const { lines } = mask(late());
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      cause: 'terminated by bolt://host',
      requestId: 'r1',
      msg: 'late',
    });
    expect(lines[0]).not.toContain('stack');
    expect(mask(late(), true, WARM_UP).lines).toEqual([]);
  });

  test('of somebody who has left is not logged', () => {
    expect(
      mask(thrown(new DOMException('This operation was aborted', 'AbortError'))).lines,
    ).toEqual([]);
  });

  test('hints at names of the schema only where they may be seen', () => {
    const error = new GraphQLError(
      'Value "X" does not exist in "E" enum. Did you mean the enum value "Y"?',
    );
    expect(mask(error).message).toContain('"Y"');
    expect(mask(error, false).message).toBe('Value "X" does not exist in "E" enum.');
  });
});

describe('on the port', () => {
  let database: Database;
  beforeAll(() => {
    database = testDatabase();
  });
  afterAll(() => database.close());

  test('a statement that Neo4j refuses tells nothing of it; the log does, under the id of the answer', async () => {
    const failing: Database = {
      ...database,
      reader: (options) => {
        const reader = database.reader(options);
        return { ...reader, run: (name) => reader.run(name, 'MATCH (secret RETURN secret', {}) };
      },
    };
    const server = await serve(failing);
    const { status, body, text, headers } = await ask(server.graphql, {
      query: '{ people(first: 1) { edges { node { id } } } }',
    });
    await server.close();
    expect(status).toBe(200);
    expect(body.errors?.[0]?.extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      requestId: headers.get('x-request-id'),
    });
    expect(text).not.toMatch(LEAKS);
    expect(server.lines.join('')).toContain('secret');
    expect(server.lines.join('')).toContain(headers.get('x-request-id'));
  });

  test('a Neo4j that is not there is SERVICE_UNAVAILABLE, without its address', async () => {
    const gone = testDatabase({ uri: 'bolt://127.0.0.1:1' });
    const server = await serve(gone);
    const { status, body, text } = await ask(server.graphql, {
      query: '{ people(first: 1) { totalCount } }',
    });
    await server.close();
    await gone.close();
    expect([status, body.errors?.[0]?.extensions?.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
    expect(text).not.toMatch(LEAKS);
  });

  describe('in production', () => {
    let server: Awaited<ReturnType<typeof serve>>;
    beforeAll(async () => {
      server = await serve(database, { ENTENTE_PROFILE: 'production' });
    });
    afterAll(() => server.close());

    test.each(['{ __schema { types { name } } }', '{ __type(name: "Person") { name } }'])(
      'the schema is not told: %s',
      async (query) => {
        const { body } = await ask(server.graphql, { query });
        expect(body.data).toBeUndefined();
        expect(body.errors?.[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
      },
    );

    test('a misspelt name is not mended', async () => {
      expect((await ask(server.graphql, { query: '{ peopl { totalCount } }' })).text).not.toContain(
        'people',
      );
    });

    test('there is no GraphiQL', async () => {
      expect((await fetch(`${server.url}graphiql`)).status).toBe(404);
    });
  });
});
