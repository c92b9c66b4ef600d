import { type Logger, type LoggerOptions, pino } from 'pino';
import pretty from 'pino-pretty';
import { limitBursts } from './log-burst.ts';
import { boundedError } from './log-error.ts';

export type Log = Logger;

/** Options of every log: lines bounded in length, and in number where they are equal. */
export function logOptions(level: string): LoggerOptions {
  return {
    level,
    serializers: { err: boundedError },
    hooks: { logMethod: limitBursts() },
  };
}

/** Logs to stderr, because stdout is for data: readable lines on a terminal, otherwise JSON. */
export function createLog(level: string): Log {
  if (!process.stderr.isTTY)
    return pino(logOptions(level), pino.destination({ fd: 2, sync: true }));
  return pino(
    logOptions(level),
    pretty({ destination: 2, sync: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' }),
  );
}
