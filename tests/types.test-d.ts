// Checked by tsc alone: a wrong name in a type file does not compile.
import { Fields } from '../schema/fields/define.ts';

const description = 'x';
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
