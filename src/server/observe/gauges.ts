import { Gauge, type Registry } from 'prom-client';
import type { Database } from '../../db/database.ts';
import type { Clients } from '../limits/clients.ts';
import type { Gate } from '../limits/gate.ts';

export interface Watched {
  readonly gate: Gate;
  readonly clients: Clients;
  readonly database: Database;
}

/** Counting is cheap in Neo4j, but whoever asks for metrics may ask often. */
const FRESH_MS = 15_000;
const TIMEOUT_MS = 1_000;

interface Freshness {
  readonly documents: number;
  readonly entities: number;
  readonly statements: number;
  readonly ingestedAt: string | null;
}

/** What the graph holds, asked at most once in a while; null while the database does not answer. */
function freshness(database: Database): () => Promise<Freshness | null> {
  let at = Number.NEGATIVE_INFINITY;
  let last: Promise<Freshness | null> = Promise.resolve(null);
  return () => {
    if (performance.now() - at < FRESH_MS) return last;
    at = performance.now();
    last = database.read('freshness', {}, { timeoutMs: TIMEOUT_MS }).then(
      ([row]) => row ?? null,
      () => null,
    );
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

/** Values that are read when somebody asks for them. */
export function addGauges(registry: Registry, { gate, clients, database }: Watched): void {
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
  const fresh = freshness(database);
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
}
