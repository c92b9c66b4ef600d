import { LRUCache } from 'lru-cache';
import neo4j from 'neo4j-driver';
import { addTo } from '../../grouped.ts';
import type { Stop } from './reader.ts';

type Row = Record<string, unknown>;
type Params = Readonly<Record<string, unknown>>;

/** Statements of one text that run at once; further ones wait for them, and for each other. */
const RUNNING_MAX = 2;
/** Most that are asked in one statement. */
const TOGETHER_MAX = 32;
/** Most texts that are remembered because they cannot be asked together. */
const ALONE_KEPT = 500;
const ASKED = 'asked_together';

interface Waiting {
  readonly params: Params;
  /** Asks it by itself, within its own time. */
  readonly alone: () => Promise<Row[]>;
  /** Tells when nobody waits for the answer any more. */
  readonly signal: Pick<Stop, 'throwIfAborted'> | undefined;
  readonly resolve: (rows: Row[]) => void;
  readonly reject: (error: unknown) => void;
}

interface Queue {
  running: number;
  waiting: Waiting[];
}

/** A statement that returns one column, `value`. */
export interface Small {
  readonly name: string;
  readonly cypher: string;
  readonly params: Params;
}

/** Sizes of pages are the same for all: Cypher takes no variable for them. */
const isShared = (value: unknown): boolean => neo4j.isInt(value);

/** A text that answers the same for each of `$asked`, whose parameters are theirs. */
function textOfMany(cypher: string, own: readonly string[]): string {
  const names = new Map(own.map((name) => [name, `${ASKED}_${name}`]));
  const scope = [...names.values()].join(', ');
  const inner = cypher
    .replace(/\$(\w+)/g, (whole, name: string) => names.get(name) ?? whole)
    .replace(/CALL \(([^()]*)\) \{/g, (_, given: string) =>
      given === '' ? `CALL (${scope}) {` : `CALL (${scope}, ${given}) {`,
    );
  const values = [...names].map(([name, variable]) => `${ASKED}.${name} AS ${variable}`);
  return `UNWIND $asked AS ${ASKED}
WITH ${[`${ASKED}.at AS at`, ...values].join(', ')}
CALL (${scope}) {\n${inner}\n}
RETURN at, value`;
}

/**
 * Asks small statements of one text together while many clients ask them at once. The first go at once,
 * each by itself, so that an idle server answers as before; those that come while these run wait, and
 * are one statement then, whose round trip and planning they share.
 */
export class Together {
  readonly #queues = new Map<string, Queue>();
  /** Texts that failed when they were asked together. */
  readonly #alone = new LRUCache<string, true>({ max: ALONE_KEPT });
  readonly #send: (name: string, cypher: string, params: Params) => Promise<Row[]>;

  constructor(send: (name: string, cypher: string, params: Params) => Promise<Row[]>) {
    this.#send = send;
  }

  run(
    small: Small,
    alone: () => Promise<Row[]>,
    signal?: Pick<Stop, 'throwIfAborted'>,
  ): Promise<Row[]> {
    if (this.#alone.has(small.cypher)) return alone();
    const shared = Object.entries(small.params).filter(([, value]) => isShared(value));
    const key = `${small.cypher}${JSON.stringify(shared)}`;
    const queue = this.#queues.get(key) ?? { running: 0, waiting: [] };
    this.#queues.set(key, queue);
    if (queue.running < RUNNING_MAX) return this.#within(key, queue, small, alone);
    return new Promise((resolve, reject) => {
      queue.waiting.push({ params: small.params, alone, signal, resolve, reject });
    });
  }

  async #within<T>(key: string, queue: Queue, small: Small, work: () => Promise<T>): Promise<T> {
    queue.running++;
    try {
      return await work();
    } finally {
      queue.running--;
      this.#next(key, queue, small);
    }
  }

  #next(key: string, queue: Queue, small: Small): void {
    const next = queue.waiting.splice(0, TOGETHER_MAX).filter((one) => {
      try {
        one.signal?.throwIfAborted();
        return true;
      } catch (reason) {
        one.reject(reason);
        return false;
      }
    });
    if (next.length > 0) void this.#within(key, queue, small, () => this.#answer(small, next));
    else if (queue.running === 0) this.#queues.delete(key);
  }

  async #answer({ name, cypher, params }: Small, asked: readonly Waiting[]): Promise<void> {
    const byThemselves = () =>
      Promise.all(asked.map(({ alone, resolve, reject }) => alone().then(resolve, reject)));
    if (asked.length === 1) return void (await byThemselves());
    const own = Object.keys(params).filter((name) => !isShared(params[name]));
    const shared = Object.entries(params).filter(([, value]) => isShared(value));
    const rows = asked.map((one, at) => ({
      at,
      ...Object.fromEntries(own.map((each) => [each, one.params[each]])),
    }));
    try {
      const found = new Map<number, Row[]>();
      const all = { ...Object.fromEntries(shared), asked: rows };
      for (const { at, value } of await this.#send(name, textOfMany(cypher, own), all))
        addTo(found, Number(at), { value });
      for (const [at, { resolve }] of asked.entries()) resolve(found.get(at) ?? []);
    } catch {
      // Cypher refuses variables in some places where it takes parameters, or one of them is at fault.
      this.#alone.set(cypher, true);
      await byThemselves();
    }
  }
}
