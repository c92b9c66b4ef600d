import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import './entity.ts';
import './relationship.ts';
import './person.ts';
import './organisation.ts';
import './country.ts';
import './agreement.ts';
import './weapon-system.ts';
import './arms-sale.ts';
import './event.ts';
import './place.ts';
import './document.ts';
import './statement.ts';
import './query.ts';
import './search.ts';
import './path.ts';
import './neighbourhood.ts';
import './timeline.ts';
import './totals.ts';
import './summary.ts';

builder.queryType({
  description:
    'Who met whom, who signed what, which arms sale was approved, and which sentence of which document says so. ' +
    'Facts are what documents say: being listed here is not proof of wrongdoing.',
});

/** The whole contract; `schema.graphql` is printed from it. */
export const schema: GraphQLSchema = builder.toSchema();
