import { InputError } from '../../src/errors.ts';
import { contextClause } from '../../src/graph/queries/statement-context.ts';
import { builder } from '../builder.ts';
import { computed, type Fields } from '../fields/define.ts';
import { record } from '../root.ts';

/** Most characters on either side: enough for a paragraph, too little to replace the document. */
const AROUND_MAX = 500;
const AROUND = 200;
interface Cut {
  readonly quote: string;
  /** UTF-16 offset of the quote in the document. */
  readonly start: number;
  /** A part of the document, and its offset there. */
  readonly cut: string;
  readonly at: number;
  readonly before: number;
  readonly after: number;
}
interface Around {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly offset: number;
}

const isLowSurrogate = (text: string, at: number) => /[\uDC00-\uDFFF]/.test(text.charAt(at));

/** The quote with its surroundings; the quote alone where the text does not contain it. */
function around({ quote, start, cut, at, before, after }: Cut): Around {
  const expected = start - at;
  const earlier = cut.lastIndexOf(quote, expected);
  const found = earlier >= 0 ? earlier : cut.indexOf(quote);
  if (found < 0) return { text: quote, start: 0, end: quote.length, offset: start };
  let from = Math.max(0, found - before);
  let to = Math.min(cut.length, found + quote.length + after);
  if (isLowSurrogate(cut, from)) from++;
  if (isLowSurrogate(cut, to)) to--;
  return {
    text: cut.slice(from, to),
    start: found - from,
    end: found - from + quote.length,
    offset: start - (found - from),
  };
}

const NEEDS = ['quote', 'start', 'cut', 'at', 'before', 'after'];
const cutOf = (row: Readonly<Record<string, unknown>>): Cut => ({
  quote: String(row.quote),
  start: Number(row.start),
  cut: String(row.cut),
  at: Number(row.at),
  before: Number(row.before),
  after: Number(row.after),
});
const part = (name: Exclude<keyof Around, 'text'>, description: string) =>
  computed('Int', false, NEEDS, (row) => around(cutOf(row))[name], description);

record('StatementContext', 'A quote with the text around it.', () => ({
  text: computed(
    'String',
    false,
    NEEDS,
    (row) => around(cutOf(row)).text,
    'The quote with what stands before and behind it.',
  ),
  start: part('start', 'Where the quote starts in this text, in UTF-16 units.'),
  end: part('end', 'Where the quote ends in this text.'),
  offset: part('offset', 'Where this text starts in the text of the document.'),
}));

/** `Statement.context`, which every profile offers, because its length is bounded. */
export const contextField = (t: Fields<'Statement'>) =>
  t.via('one', 'StatementContext', contextClause, {
    sorted: false,
    required: true,
    description: 'The quote in its surroundings, so that it can be read and cited.',
    args: builder.args((a) => ({
      before: a.int({
        required: true,
        defaultValue: AROUND,
        description: `Characters before the quote, 0 to ${AROUND_MAX}.`,
      }),
      after: a.int({
        required: true,
        defaultValue: AROUND,
        description: `Characters behind the quote, 0 to ${AROUND_MAX}.`,
      }),
    })),
    check: (args) => {
      for (const name of ['before', 'after'])
        if (!(Number(args[name]) >= 0 && Number(args[name]) <= AROUND_MAX))
          throw new InputError(`${name} is ${args[name]}; it must be 0 to ${AROUND_MAX}.`);
    },
  });
