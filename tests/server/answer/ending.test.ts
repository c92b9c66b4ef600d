import { expect, test } from 'vitest';
import { Ending } from '../../../src/server/answer/ending.ts';

test('an end is told once to everybody who listens, and to whoever comes later', () => {
  const ending = new Ending();
  const told: string[] = [];
  const left = () => told.push('left');
  ending.addEventListener('abort', () => told.push('first'));
  ending.addEventListener('abort', left);
  ending.removeEventListener('abort', left);
  ending.throwIfAborted();
  const reason = new Error('its time is over');
  ending.end(reason);
  ending.end(new Error('another'));
  ending.addEventListener('abort', () => told.push('late'));
  expect(told).toEqual(['first', 'late']);
  expect(() => ending.throwIfAborted()).toThrow(reason);
});

test('a real signal ends with it, made before or after', () => {
  const [before, after] = [new Ending(), new Ending()];
  const { signal } = before;
  expect(signal.aborted).toBe(false);
  const reason = new Error('its time is over');
  for (const ending of [before, after]) ending.end(reason);
  expect([signal.reason, after.signal.reason]).toEqual([reason, reason]);
});

test('whoever leaves gives no reason, and reading ends as an abort', () => {
  const ending = new Ending();
  ending.end();
  expect(() => ending.throwIfAborted()).toThrow(expect.objectContaining({ name: 'AbortError' }));
});
