import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { remembered } from '../../remembered.ts';
import type { Exchange } from '../http/exchange.ts';
import { addGauges, type Watched } from './gauges.ts';

export interface Metrics {
  /** The metrics in the format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
  /** Records a finished request. */
  observe(path: string, status: number, ms: number, exchange: Exchange): void;
  /** Records an error that a client was sent. */
  error(code: string): void;
}

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 7];
const BYTES = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];
const POINTS = [1, 2, 5, 10, 50, 100, 500];

function histogram(registry: Registry, name: string, help: string, buckets: number[]) {
  return new Histogram({ name, help, buckets, registers: [registry] });
}

export function createMetrics(watched: Watched): Metrics {
  const registry = new Registry();
  // Default metrics: memory, processor time, delay of the event loop.
  collectDefaultMetrics({ register: registry });
  addGauges(registry, watched);
  const requests = new Counter({
    name: 'entente_requests_total',
    help: 'Requests by path and status',
    labelNames: ['path', 'status'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'entente_request_seconds',
    help: 'Time to answer',
    labelNames: ['path'],
    buckets: SECONDS,
    registers: [registry],
  });
  const errors = new Counter({
    name: 'entente_errors_total',
    help: 'Errors that clients were told, by their code; RATE_LIMITED and OVERLOADED are refusals',
    labelNames: ['code'],
    registers: [registry],
  });
  const database = histogram(
    registry,
    'entente_database_seconds',
    'Time that Neo4j took for the statements of one request, added up',
    SECONDS,
  );
  const bytes = histogram(registry, 'entente_answer_bytes', 'Bytes of answers to /graphql', BYTES);
  const points = histogram(
    registry,
    'entente_request_points',
    'Points of requests that were admitted',
    POINTS,
  );
  // Looking up a series by its label costs more than counting; there are few, so each is kept.
  const count = remembered((label: string) => {
    const [path = '', status = ''] = label.split(' ');
    return requests.labels({ path, status });
  });
  const time = remembered((path: string) => seconds.labels({ path }));
  const failure = remembered((code: string) => errors.labels({ code }));
  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    observe(path, status, ms, exchange) {
      count(`${path} ${status}`).inc();
      time(path).observe(ms / 1_000);
      for (const code of exchange.codes) failure(code).inc();
      if (path !== '/graphql') return;
      bytes.observe(exchange.bytes);
      if (exchange.points === 0) return;
      points.observe(exchange.points);
      database.observe(exchange.databaseMs / 1_000);
    },
    error: (code) => failure(code).inc(),
  };
}
