import type { LogFn, Logger } from 'pino';
import { cut } from './log-error.ts';

/** Most equal lines per minute; further ones are counted instead of written. */
const EQUAL_MAX = 20;
const WINDOW_MS = 60_000;
/** Most kinds of lines that are counted; the oldest is dropped first. */
const KINDS_MAX = 500;

interface Kind {
  count: number;
  ends: number;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !(value instanceof Error);

/** Lines are equal if level, message, and name and code of the error are equal. */
function kindOf(level: number, fields: unknown, message: unknown): string {
  const error = (isFields(fields) ? fields.err : fields) as
    | { name?: string; code?: string }
    | undefined;
  return `${level} ${message} ${error?.name ?? ''} ${error?.code ?? ''}`;
}

const shortened = (fields: unknown): unknown =>
  isFields(fields)
    ? Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [
          name,
          typeof value === 'string' ? cut(value) : value,
        ]),
      )
    : fields;

/**
 * Keeps a burst of equal lines from filling a disk: the first of each minute are written, the
 * others counted, and their number is logged at its end. Nothing else is dropped.
 */
export function limitBursts(equalMax = EQUAL_MAX, windowMs = WINDOW_MS) {
  const kinds = new Map<string, Kind>();

  const open = (name: string, now: number): Kind => {
    kinds.delete(name);
    const kind = { count: 0, ends: now + windowMs };
    kinds.set(name, kind);
    for (const oldest of kinds.keys()) {
      if (kinds.size <= KINDS_MAX) break;
      kinds.delete(oldest);
    }
    return kind;
  };

  return function logMethod(this: Logger, args: Parameters<LogFn>, method: LogFn, level: number) {
    const [first, second, ...rest] = args as [unknown, unknown, ...unknown[]];
    const [fields, message] = typeof first === 'string' ? [undefined, first] : [first, second];
    const name = kindOf(level, fields, message);
    const now = performance.now();
    const known = kinds.get(name);
    const kind = known && now < known.ends ? known : open(name, now);
    kind.count++;
    if (kind.count === equalMax + 1)
      setTimeout(() => {
        const leftOut = kind.count - equalMax;
        method.call(
          this,
          { leftOut },
          `${leftOut} more lines were left out: ${cut(String(message))}`,
        );
      }, kind.ends - now).unref();
    if (kind.count > equalMax) return;
    const text = typeof message === 'string' ? cut(message) : message;
    const line =
      fields === undefined ? [text, second, ...rest] : [shortened(fields), text, ...rest];
    method.apply(this, line as unknown as Parameters<LogFn>);
  };
}
