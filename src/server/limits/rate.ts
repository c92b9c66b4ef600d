import { RateLimitedError } from '../../errors.ts';
import type { Client } from './clients.ts';

const MINUTE_MS = 60_000;
/** Price of each second of a request that timed out, since it cost more than estimated. */
const POINTS_OF_A_LOST_SECOND = 2_000;

/** Charges points, of which each client has a number per minute, from its first request on. */
export interface Rate {
  /** @throws {RateLimitedError} when the client has too few points, of which none are then taken */
  charge(client: Client, points: number): void;
  /** Charges lost time, even beyond the client's points. */
  chargeTime(client: Client, ms: number): void;
  /** `RateLimit-Policy` and `RateLimit`, as in the IETF draft. */
  headers(client: Client): Readonly<Record<string, string>>;
}

const NO_LIMIT: Rate = { charge() {}, chargeTime() {}, headers: () => ({}) };

function minuteOf(client: Client): Client {
  const now = performance.now();
  if (now >= client.minuteEnds) {
    client.spent = 0;
    client.minuteEnds = now + MINUTE_MS;
  }
  return client;
}

const secondsLeft = ({ minuteEnds }: Client) =>
  Math.max(1, Math.ceil((minuteEnds - performance.now()) / 1_000));

/** @param perMinute 0 means no limit */
export function createRate(perMinute: number): Rate {
  if (perMinute === 0) return NO_LIMIT;
  const policy = `"points";q=${perMinute};w=60`;
  return {
    charge(client, points) {
      minuteOf(client);
      const left = perMinute - client.spent;
      if (points > left)
        throw new RateLimitedError(
          points > perMinute
            ? `the request costs ${points} points, more than the ${perMinute} of a minute; ask for less at once.`
            : `the request costs ${points} points, and ${Math.max(0, left)} of ${perMinute} are left; ask again in ${secondsLeft(client)} s, or for less.`,
          secondsLeft(client),
        );
      client.spent += points;
    },
    chargeTime(client, ms) {
      minuteOf(client).spent += Math.round((ms / 1_000) * POINTS_OF_A_LOST_SECOND);
    },
    headers(client) {
      const left = Math.max(0, perMinute - minuteOf(client).spent);
      return {
        'ratelimit-policy': policy,
        ratelimit: `"points";r=${left};t=${secondsLeft(client)}`,
      };
    },
  };
}
