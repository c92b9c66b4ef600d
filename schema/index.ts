import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import './nodes/entity.ts';
import './nodes/relationship.ts';
import './nodes/person.ts';
import './nodes/organisation.ts';
import './nodes/country.ts';
import './nodes/agreement.ts';
import './nodes/weapon-system.ts';
import './nodes/arms-sale.ts';
import './nodes/event.ts';
import './nodes/place.ts';
import './nodes/document.ts';
import './nodes/statement.ts';
import './nodes/identity.ts';
import './roots/query.ts';
import './roots/identity-candidates.ts';
import './roots/search.ts';
import './roots/path.ts';
import './roots/neighbourhood.ts';
import './roots/timeline.ts';
import './roots/totals.ts';
import './roots/summary.ts';
import './roots/ingest-preview.ts';

builder.queryType({
  description:
    'Who met whom, who signed what, which arms sale was approved, and which sentence of which document says so. ' +
    'Facts are what documents say: being listed here is not proof of wrongdoing.',
});

/** The whole contract; `schema.graphql` is printed from it. */
export const schema: GraphQLSchema = builder.toSchema();
