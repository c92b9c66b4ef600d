// Checked by tsc alone: a wrong name in a type file does not compile.
import { builder } from '../schema/builder.ts';
import { computed, Fields } from '../schema/fields/define.ts';
import type { Row } from '../src/graph/read/page.ts';

const description = 'x';
const probe = { description, graph: { as: 'needs', properties: [] } } as const;
const person = new Fields('Person');
const agreement = new Fields('Agreement');

agreement.property('signedOn', description);
agreement.computed('Int?', ['durationYears'], ({ durationYears }) => durationYears, description);

// @ts-expect-error a Person has no such property
person.property('born', description);
// @ts-expect-error signedOn is a property of agreements
person.property('signedOn', description);
// @ts-expect-error the answer of an Int? is no string
agreement.computed('Int?', ['signedOn'], ({ signedOn }) => signedOn, description);
// @ts-expect-error name was not asked for
agreement.computed('String?', ['signedOn'], ({ name }) => name, description);
// @ts-expect-error there is no such kind
new Fields('Treaty');

// A planned field of the contract: its resolver returns what the type of the field says.
builder.objectRef<Row>('Probe').implement({
  fields: (t) => ({
    right: t.workedOut({ ...probe, type: 'Int', resolve: () => 1 }),
    // @ts-expect-error an Int is no string
    wrong: t.workedOut({ ...probe, type: 'Int', resolve: () => 'one' }),
    // @ts-expect-error nothing says that it may be null
    nothing: t.workedOut({ ...probe, type: 'Int', resolve: () => null }),
    // @ts-expect-error there is no such way of planning
    unplanned: t.planned({ type: 'Int', description, graph: { as: 'guess' } }),
  }),
});
// @ts-expect-error a list of Int is no Int
computed(['Int'], false, [], () => 1, description);
