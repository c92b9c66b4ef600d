// Checked by tsc alone: a wrong name in a type file does not compile.
import { Fields } from '../schema/fields.ts';

const description = 'x';
const person = new Fields('Person');
const agreement = new Fields('Agreement');

person.relation('HOLDS_POSITION', 'out', { to: 'Country', description });
agreement.property('signedOn', description);
agreement.computed('Int?', ['durationYears'], ({ durationYears }) => durationYears, description);

// @ts-expect-error a Person has no such property
person.property('born', description);
// @ts-expect-error signedOn is a property of agreements
person.property('signedOn', description);
// @ts-expect-error nobody signs a Person
person.relation('SIGNED', 'in', { description });
// @ts-expect-error there is no such relationship type
person.relation('KNOWS', 'out', { description });
// @ts-expect-error a position is held in an Organisation or a Country
person.relation('HOLDS_POSITION', 'out', { to: 'Place', description });
// @ts-expect-error an Agreement signs nothing
agreement.relation('SIGNED', 'out', { description });
// @ts-expect-error every field is described
person.relation('SIGNED', 'out', {});
// @ts-expect-error the answer of an Int? is no string
agreement.computed('Int?', ['signedOn'], ({ signedOn }) => signedOn, description);
// @ts-expect-error name was not asked for
agreement.computed('String?', ['signedOn'], ({ name }) => name, description);
// @ts-expect-error there is no such kind
new Fields('Treaty');
