import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type Door, openDoor } from '../../src/server/door.ts';
import { settings } from './serving.ts';

let door: Door | undefined;
afterEach(async () => {
  await door?.close();
  door = undefined;
});

test('before anything is served it is live, not ready, and tells to come again', async () => {
  door = await openDoor(settings());
  const live = await fetch(`${door.url}health/live`);
  expect([live.status, await live.json()]).toEqual([200, { status: 'live' }]);
  const ready = await fetch(`${door.url}health/ready`);
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'starting' }]);
  const query = await fetch(`${door.url}graphql`, { method: 'POST', body: '{}' });
  expect([query.status, query.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await query.json()).toMatchObject({
    errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }],
  });
  door.serve((_, res) => res.end('open'));
  expect(await (await fetch(door.url)).text()).toBe('open');
});

test('who never ends the head of a request is cut soon after its ten seconds', async () => {
  door = await openDoor(settings());
  const { hostname, port } = new URL(door.url);
  const start = performance.now();
  const told = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.on('data', (bytes) => {
      text += bytes;
    });
    socket.on('close', () => resolve(text));
    socket.write('POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nX: a');
  });
  expect(told).toMatch(/^HTTP\/1.1 408 /);
  expect(performance.now() - start).toBeGreaterThan(9_000);
  expect(performance.now() - start).toBeLessThan(15_000);
}, 30_000);

test.each([
  ['a taken port', (port: string) => ({ PORT: port }), /^port \d+ is already in use; .* PORT/],
  ['an address elsewhere', () => ({ HOST: '192.0.2.1' }), /^HOST is "192\.0\.2\.1", which is no/],
])('%s is told with the setting and the remedy', async (_, env, message) => {
  door = await openDoor(settings());
  await expect(openDoor(settings(env(new URL(door.url).port)))).rejects.toThrow(message);
});
