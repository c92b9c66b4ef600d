import { InputError } from '../src/errors.ts';
import type { Step } from '../src/graph/compile/field.ts';
import { builder } from './builder.ts';

const AsOfInput = builder.inputType('AsOf', {
  description:
    'Three clocks, which combine: when it was so, when a document said so, and when this graph said so.',
  fields: (t) => ({
    valid: t.field({
      type: 'FuzzyDate',
      description: 'What was so on this date; undated facts are kept.',
    }),
    known: t.field({
      type: 'FuzzyDate',
      description:
        'What documents published by this date said, and only they: relationships are summarised again from their statements. It counts for all that is selected below, too; what has no date was not known.',
    }),
    recorded: t.field({
      type: 'DateTime',
      description:
        'What this graph said at this moment, byte for byte, whatever was corrected, removed, read otherwise or merged since. It counts for all that is selected below, too.',
    }),
  }),
});

const AS_OF = 'As it was, or as it was known on a date, or as this graph had it at a moment.';

/** The argument of fields that have it beside their own. */
export const asOfArgs = builder.args((t) => ({
  asOf: t.field({ type: AsOfInput, description: AS_OF }),
}));

/** Refuses clocks that a field does not have. */
export const checkClocks =
  (name: string, check: Step['check'] = undefined): NonNullable<Step['check']> =>
  (args) => {
    const { valid, known } = (args.asOf ?? {}) as Readonly<Record<string, unknown>>;
    if (valid != null || known != null)
      throw new InputError(
        `${name} takes asOf.recorded only; valid and known are asked of relationships.`,
      );
    check?.(args);
  };
