import { storedMoment } from '../held.ts';
import { lastOf } from '../known.ts';
import type { Scope } from './field.ts';

type Arguments = Readonly<Record<string, unknown>>;

/**
 * Makes arguments readable as clauses read them, for statements sent beside the compiled one.
 * @returns the scope, and the parameters that clauses have asked for through it
 */
export function argumentScope(args: Arguments): {
  scope: Pick<Scope, 'param' | 'value' | 'at' | 'known'>;
  params: Record<string, unknown>;
} {
  const { recorded, known } = (args.asOf ?? {}) as {
    recorded?: Date | null;
    known?: string | null;
  };
  const params: Record<string, unknown> = {
    ...(recorded ? { at: storedMoment(recorded) } : {}),
    ...(known == null ? {} : { known: lastOf(known) }),
  };
  return {
    params,
    scope: {
      at: recorded ? '$at' : undefined,
      known: known == null ? undefined : '$known',
      value: (name) => args[name],
      param: (name, as = (value: unknown) => value) => {
        const value = name
          .split('.')
          .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], args);
        const key = `p${Object.keys(params).length}`;
        params[key] = as(value as never);
        return `$${key}`;
      },
    },
  };
}
