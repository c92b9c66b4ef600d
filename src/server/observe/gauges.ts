import { Gauge, type Registry } from 'prom-client';
import type { Database } from '../../db/database.ts';
import type { Clients } from '../limits/clients.ts';
import type { Gate } from '../limits/gate.ts';

/** The state of one stage of the queue of documents. */
interface QueueStage {
  readonly stage: string;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly dead: number;
  readonly oldestSeconds: number | null;
  readonly donePerMinute: number;
  readonly failedPerMinute: number;
}

/** Asks for every stage; null while the queue does not answer. */
export type AskQueue = () => Promise<readonly QueueStage[] | null>;

export interface Watched {
  readonly gate: Gate;
  readonly clients: Clients;
  readonly database: Database;
  /** Set where documents come through a queue. */
  readonly queue?: AskQueue | undefined;
}

const QUEUE: Readonly<Record<Exclude<keyof QueueStage, 'stage'>, string>> = {
  waiting: 'Jobs that wait',
  active: 'Jobs that are being done',
  delayed: 'Jobs that failed, or could not be written, and wait to be tried again',
  dead: 'Jobs that failed for good',
  oldestSeconds: 'How long the oldest job has waited',
  donePerMinute: 'Jobs done in the last whole minute',
  failedPerMinute: 'Jobs that failed in the last whole minute',
};

/** Counts are kept for this long, because metrics may be scraped often. */
const FRESH_MS = 15_000;
const TIMEOUT_MS = 1_000;

interface Freshness {
  readonly documents: number;
  readonly entities: number;
  readonly statements: number;
  readonly ingestedAt: string | null;
}

/** Calls `ask` at most once per `FRESH_MS`; null after a failure. */
function sometimes<T>(ask: () => Promise<T | null>): () => Promise<T | null> {
  let at = Number.NEGATIVE_INFINITY;
  let last: Promise<T | null> = Promise.resolve(null);
  return () => {
    if (performance.now() - at < FRESH_MS) return last;
    at = performance.now();
    last = ask().catch(() => null);
    return last;
  };
}

function gauge(registry: Registry, name: string, help: string, value: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(value());
    },
  });
}

/** Adds gauges whose values are read when metrics are scraped. */
export function addGauges(registry: Registry, { gate, clients, database, queue }: Watched): void {
  gauge(registry, 'entente_requests_running', 'Requests that hold a place', () => gate.running);
  gauge(registry, 'entente_requests_waiting', 'Requests that wait for a place', () => gate.waiting);
  gauge(registry, 'entente_clients', 'Clients that are remembered', () => clients.size);
  gauge(
    registry,
    'entente_database_statements_running',
    'Statements that Neo4j works on',
    () => database.pool().busy,
  );
  gauge(
    registry,
    'entente_database_connections_max',
    'Connections to Neo4j that may be open',
    () => database.pool().size,
  );
  const fresh = sometimes<Freshness>(async () => {
    const [row] = await database.read('freshness', {}, { timeoutMs: TIMEOUT_MS });
    return row ?? null;
  });
  const held = new Gauge({
    name: 'entente_graph_nodes',
    help: 'Nodes of the graph by what they are',
    labelNames: ['kind'],
    registers: [registry],
    async collect() {
      const known = await fresh();
      this.reset();
      if (!known) return;
      held.set({ kind: 'Document' }, known.documents);
      held.set({ kind: 'Entity' }, known.entities);
      held.set({ kind: 'Statement' }, known.statements);
    },
  });
  new Gauge({
    name: 'entente_last_ingest_timestamp_seconds',
    help: 'When something was last read into the graph, in seconds since 1970',
    registers: [registry],
    async collect() {
      const known = await fresh();
      this.reset();
      if (known?.ingestedAt) this.set(Date.parse(known.ingestedAt) / 1_000);
    },
  });
  if (queue) addQueueGauges(registry, sometimes(queue));
}

function addQueueGauges(registry: Registry, ask: AskQueue): void {
  for (const [field, help] of Object.entries(QUEUE) as [keyof typeof QUEUE, string][])
    new Gauge({
      name: `entente_queue_${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
      help,
      labelNames: ['stage'],
      registers: [registry],
      async collect() {
        const stages = await ask();
        this.reset();
        for (const one of stages ?? []) this.set({ stage: one.stage }, one[field] ?? 0);
      },
    });
}
