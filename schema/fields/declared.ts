import type { Step } from '../../src/graph/compile/field.ts';
import { isEntityKind, type Kind } from '../../src/model/kinds.ts';
import type { Declared } from '../builder.ts';

const declared = new Map<Kind, Readonly<Record<string, Declared>>>();

/** Keeps what a type file declares, so that filters can be made from it. */
export function declare(kind: Kind, fields: Readonly<Record<string, Declared>>): void {
  declared.set(kind, fields);
}

/** The steps of a kind that a filter may follow: those along relationships. */
export function declaredRelations(kind: Kind): [name: string, step: Step][] {
  const fields = { ...(isEntityKind(kind) ? declared.get('Entity') : {}), ...declared.get(kind) };
  return Object.entries(fields).flatMap(([name, { planned }]) =>
    'clause' in planned && planned.relation !== undefined
      ? [[name, planned] as [string, Step]]
      : [],
  );
}
