import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Gate } from './load.ts';

export interface Metrics {
  /** Text in the format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
  observe(path: string, status: number, ms: number): void;
}

export function createMetrics(gate: Gate): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
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
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 7],
    registers: [registry],
  });
  new Gauge({
    name: 'entente_requests_running',
    help: 'Requests that run',
    registers: [registry],
    collect() {
      this.set(gate.running);
    },
  });
  new Gauge({
    name: 'entente_requests_waiting',
    help: 'Requests that wait for a place',
    registers: [registry],
    collect() {
      this.set(gate.waiting);
    },
  });
  // Finding a series by its labels costs more than counting; there are few, so each is kept.
  const series = new Map<string, { inc(): void }>();
  const times = new Map<string, { observe(value: number): void }>();
  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    observe(path, status, ms) {
      const key = `${path} ${status}`;
      const count = series.get(key) ?? requests.labels({ path, status: String(status) });
      series.set(key, count);
      count.inc();
      const time = times.get(path) ?? seconds.labels({ path });
      times.set(path, time);
      time.observe(ms / 1_000);
    },
  };
}
