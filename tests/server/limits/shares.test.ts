import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { ConfigError, RateLimitedError } from '../../../src/errors.ts';
import { clientAddress, trustedProxies } from '../../../src/server/http/client-address.ts';
import { addBusy, busyOf, Clients, newClient } from '../../../src/server/limits/clients.ts';
import { isFreeQuery } from '../../../src/server/limits/free-query.ts';
import { createGate } from '../../../src/server/limits/gate.ts';
import { createRate } from '../../../src/server/limits/rate.ts';

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

describe('the gate', () => {
  const LOAD = { running: 2, kept: 1, runningEach: 2, waiting: 2, waitingEach: 2, waitMs: 5_000 };

  test('lets the first in, has some wait, refuses the rest, and lets the next in when one leaves', async () => {
    const gate = createGate({ ...LOAD, running: 1, kept: 0, waiting: 1 });
    const client = newClient();
    expect(gate.tryEnter(client)).toBe(true);
    const waiting = gate.enter(client);
    expect([gate.running, gate.waiting, client.running, client.waiting]).toEqual([1, 1, 1, 1]);
    expect(await gate.enter(client)).toBe(false);
    gate.leave(client, 1);
    expect(await waiting).toBe(true);
    expect([gate.running, gate.waiting, client.running, client.waiting]).toEqual([1, 0, 1, 0]);
  });

  test('nobody waits longer than said, and who gave up takes no place', async () => {
    const gate = createGate({ ...LOAD, running: 1, kept: 0, waitMs: 20 });
    const client = newClient();
    await gate.enter(client);
    expect(await gate.enter(client)).toBe(false);
    gate.leave(client, 1);
    expect([gate.running, gate.waiting, client.waiting]).toEqual([0, 0, 0]);
  });

  test('one client has no more places than its share, while others are let in', async () => {
    const gate = createGate({ ...LOAD, running: 4, runningEach: 2 });
    const [greedy, other] = [newClient(), newClient()];
    expect([1, 2, 3].map(() => gate.tryEnter(greedy))).toEqual([true, true, false]);
    expect(gate.tryEnter(other)).toBe(true);
  });

  test('when all places are taken, some are kept for whoever runs nothing and ran little', async () => {
    const gate = createGate(LOAD);
    const [a, b, small, busy] = [newClient(), newClient(), newClient(), newClient()];
    addBusy(busy, 14_000);
    addBusy(small, 3_000);
    expect([gate.tryEnter(a), gate.tryEnter(b)]).toEqual([true, true]);
    expect(gate.tryEnter(busy)).toBe(false);
    expect(gate.tryEnter(a)).toBe(false);
    expect(gate.tryEnter(small)).toBe(true);
    expect(gate.tryEnter(newClient())).toBe(false);
  });

  test('whoever runs least is let in first, however long others wait', async () => {
    const gate = createGate({ ...LOAD, running: 3, kept: 0, runningEach: 3 });
    const [greedy, other] = [newClient(), newClient()];
    for (let i = 0; i < 3; i++) gate.tryEnter(greedy);
    const order: string[] = [];
    const first = gate.enter(greedy).then(() => order.push('greedy'));
    const second = gate.enter(other).then(() => order.push('other'));
    gate.leave(greedy, 1);
    await second;
    gate.leave(greedy, 1);
    await first;
    expect(order).toEqual(['other', 'greedy']);
  });

  test('what a client ran is forgotten with time', () => {
    const client = newClient();
    addBusy(client, 8_000, 1_000);
    expect(busyOf(client, 11_000)).toBeCloseTo(4_000);
    expect(busyOf(client, 61_000)).toBeLessThan(200);
  });
});

describe('points of a minute', () => {
  test('are refused when they are used up, with the seconds until there are more', () => {
    const rate = createRate(10);
    const client = newClient();
    rate.charge(client, 7);
    expect(rate.headers(client)).toMatchObject({
      'ratelimit-policy': '"points";q=10;w=60',
      ratelimit: '"points";r=3;t=60',
    });
    let error: unknown;
    try {
      rate.charge(client, 4);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(RateLimitedError);
    expect(error).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 60 });
    rate.charge(client, 3);
    rate.charge(newClient(), 10);
  });

  test('come back when the minute is over', () => {
    const rate = createRate(10);
    const client = newClient();
    rate.charge(client, 10);
    client.minuteEnds = performance.now() - 1;
    rate.charge(client, 10);
  });

  test('are taken for time that was lost, below nothing too', () => {
    const rate = createRate(5_000);
    const client = newClient();
    rate.chargeTime(client, 3_000);
    expect(rate.headers(client).ratelimit).toContain('r=0;');
    expect(() => rate.charge(client, 1)).toThrow(RateLimitedError);
  });

  test('have no limit when it is 0', () => {
    const rate = createRate(0);
    rate.charge(newClient(), 1e12);
    expect(rate.headers(newClient())).toEqual({});
  });
});

describe('a client', () => {
  const proxies = trustedProxies('10.0.0.0/8, loopback,fd00::/8');

  test.each([
    ['an address', from('192.0.2.7'), null, '192.0.2.7'],
    ['an IPv4 address in IPv6', from('::ffff:192.0.2.7'), null, '192.0.2.7'],
    ['what a stranger says it forwards', from('192.0.2.7', '8.8.8.8'), proxies, '192.0.2.7'],
    ['what a proxy forwards', from('10.1.2.3', '8.8.8.8'), proxies, '8.8.8.8'],
    ['two proxies', from('127.0.0.1', '1.1.1.1, 8.8.8.8, 10.9.9.9'), proxies, '8.8.8.8'],
    ['a proxy that tells nothing', from('10.1.2.3'), proxies, '10.1.2.3'],
    ['a proxy that tells nonsense', from('10.1.2.3', 'x, "y'), proxies, '10.1.2.3'],
    ['an IPv6 proxy', from('fd00::1', '2001:db8:1:2:3:4:5:6'), proxies, '2001:db8:1:2'],
  ])('is %s', (_, req, trusted, client) => {
    expect(clientAddress(req, trusted)).toBe(client);
  });

  test('of IPv6 is a whole /64, however it is written', () => {
    const all = ['2001:db8::1', '2001:0db8:0:0:ffff::2', '2001:db8:0:0:1:2:3:4%eth0'];
    expect(new Set(all.map((address) => clientAddress(from(address), null))).size).toBe(1);
    expect(clientAddress(from('2001:db8:0:1::1'), null)).not.toBe(
      clientAddress(from('2001:db8::1'), null),
    );
  });

  test('is remembered, and clients without number take no more memory', () => {
    const clients = new Clients(undefined);
    const first = clients.of(from('192.0.2.1'));
    expect(clients.of(from('192.0.2.1'))).toBe(first);
    for (let i = 0; i < 30_000; i++) clients.of(from(`10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`));
    expect(clients.size).toBe(10_000);
  });

  test.each(['10.0.0', '10.0.0.0/99', 'fd00::/x', 'proxy.example'])(
    'behind "%s", which is no proxy, is told at the start',
    (list) => {
      expect(() => trustedProxies(list)).toThrow(ConfigError);
      expect(() => trustedProxies(list)).toThrow(list);
    },
  );
});

describe('a free query', () => {
  const body = (query: string) => Buffer.from(JSON.stringify({ query }));
  test.each(['{ __typename }', 'query Alive { alive: __typename }'])('%s needs no place', (query) =>
    expect(isFreeQuery(body(query))).toBe(true),
  );
  test.each([
    '{ __typename people { totalCount } }',
    '{ ...F } fragment F on Query { __typename }',
    '{ __schema { types { name } } }',
    'mutation { x }',
    '{ __typename',
    `{ __typename } #${'x'.repeat(600)}`,
  ])('%s needs one', (query) => expect(isFreeQuery(body(query))).toBe(false));
});
