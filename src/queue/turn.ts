import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';

const MINE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) else return 0 end`;
const GIVE_UP = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end`;

/** Elects one of several writers with a lock in Redis; another takes over when it is gone. */
export class Turn {
  readonly #redis: Redis;
  readonly #key: string;
  readonly #ms: number;
  readonly #me = `${process.pid}-${randomUUID()}`;
  #timer: NodeJS.Timeout | undefined;

  /** @param ms after which the lock of a silent writer expires */
  constructor(redis: Redis, key: string, ms: number) {
    this.#redis = redis;
    this.#key = key;
    this.#ms = ms;
  }

  /** Acquires or renews the lock; false when another writer holds it. */
  async take(): Promise<boolean> {
    const kept = await this.#redis.eval(MINE, 1, this.#key, this.#me, this.#ms);
    const mine =
      kept === 1 || (await this.#redis.set(this.#key, this.#me, 'PX', this.#ms, 'NX')) === 'OK';
    if (mine)
      this.#timer ??= setInterval(() => void this.take().catch(() => {}), this.#ms / 3).unref();
    return mine;
  }

  async leave(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#redis.eval(GIVE_UP, 1, this.#key, this.#me).catch(() => {});
  }
}
