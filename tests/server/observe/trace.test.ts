import { context, propagation, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { ask, seed, serve } from '../serving.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';
const QUERY = {
  query:
    'query Q($n: String) { people(first: 2, where: { name: { eq: $n } }) { edges { node { id name } } } }',
  variables: { n: 'somebody to look for' },
};

const exporter = new InMemorySpanExporter();
let database: Database;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  database = await emptyDatabase();
  await seed(database);
  server = await serve(database);
});
afterAll(async () => {
  trace.disable();
  propagation.disable();
  context.disable();
  await server.close();
  await database.close();
});

test('a request is a span of its own, under the one that it names, with what it did below', async () => {
  await ask(server.graphql, QUERY);
  expect(exporter.getFinishedSpans()).toEqual([]);

  trace.setGlobalTracerProvider(
    new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
  );
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  const { headers } = await ask(server.graphql, QUERY, {
    traceparent: `00-${TRACE}-${PARENT}-01`,
  });
  await expect
    .poll(() => exporter.getFinishedSpans().map(({ name }) => name))
    .toContain('POST /graphql');

  const spans = exporter.getFinishedSpans();
  const request = spans.find(({ name }) => name === 'POST /graphql')!;
  expect(request.parentSpanContext?.spanId).toBe(PARENT);
  expect(request.attributes).toMatchObject({
    'http.response.status_code': 200,
    'entente.request_id': headers.get('x-request-id'),
    'entente.points': 1,
  });
  const below = spans.filter((span) => span !== request);
  expect(below.map(({ name }) => name).sort()).toEqual([
    'graphql.plan',
    'graphql.serialise',
    'graphql.validate',
    'neo4j people',
  ]);
  for (const span of below) {
    expect(span.spanContext().traceId).toBe(TRACE);
    expect(span.parentSpanContext?.spanId).toBe(request.spanContext().spanId);
  }
  // What somebody looks for is nobody else's business.
  expect(JSON.stringify(spans.map(({ attributes }) => attributes))).not.toMatch(/somebody|MATCH/);
});
