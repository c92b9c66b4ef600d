import { cursorOf, pageOf, type Row } from '../../src/graph/read/page.ts';
import type { Properties } from '../../src/model/property.ts';
import { OWN_MEANINGS, SUMMARY_MEANINGS } from '../../src/model/relationship-properties.ts';
import {
  builder,
  type Declared,
  once,
  propertyFields,
  type Target,
  toFields,
  typeRef,
} from '../builder.ts';

const PageInfo = builder.objectRef<Row>('PageInfo').implement({
  description: 'Where a page stands in its list.',
  fields: (t) => ({
    hasNextPage: t.boolean({
      description: 'Whether more follow.',
      resolve: (connection) => {
        const { more, args } = pageOf(connection);
        return args.last == null ? more : args.before != null;
      },
    }),
    hasPreviousPage: t.boolean({
      description: 'Whether some come before.',
      resolve: (connection) => {
        const { more, args } = pageOf(connection);
        return args.last == null ? args.after != null : more;
      },
    }),
    startCursor: t.string({
      nullable: true,
      description: 'Cursor of the first; null on an empty page.',
      resolve: (connection) => cursorOf(pageOf(connection).rows[0]),
    }),
    endCursor: t.string({
      nullable: true,
      description: 'Cursor of the last; null on an empty page.',
      resolve: (connection) => cursorOf(pageOf(connection).rows.at(-1)),
    }),
  }),
});

/** What an aggregate collected over all rows of a connection. */
export const onEdges: Record<string, Declared> = {};

/** Fields that aggregate all rows of one connection; set by the file of its root field. */
export const onConnections: Record<string, Record<string, Declared>> = {};

/** Descriptions of the own properties of relationships. */
export const ofOwn = (where: 'edge' | 'any'): Record<string, string> =>
  Object.fromEntries(Object.entries(OWN_MEANINGS).map(([name, means]) => [name, means[where]]));

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  ...SUMMARY_MEANINGS,
  count: 'How often.',
  spans: 'Where in the text: start, end, start, end, in UTF-16 units.',
};

/** `<Kind>Connection`, or `<Field>Connection` where the edges carry a relationship's properties. */
export const connectionRef = (
  name: string,
  kind: Target,
  edgeProperties: Properties = {},
  evidence = false,
) =>
  once(`${name}Connection`, () => {
    const edge = builder.objectRef<Row>(`${name}Edge`).implement({
      description: `One ${kind} of the list.`,
      fields: (t) => ({
        cursor: t.workedOut({
          graph: { as: 'cursor' },
          type: 'String',
          description: 'Where it stands in the list.',
          resolve: (row) => cursorOf(row) as string,
        }),
        node: t.planned({
          graph: { as: 'node' },
          type: typeRef(kind),
          description: `The ${kind} itself.`,
        }),
        ...toFields(t, propertyFields(edgeProperties, { ...DESCRIPTIONS, ...ofOwn('edge') })),
        ...(evidence ? toFields(t, onEdges) : {}),
      }),
    });
    return builder.objectRef<Row>(`${name}Connection`).implement({
      description: `A page of a list of ${kind}.`,
      fields: (t) => ({
        totalCount: t.planned({
          graph: { as: 'totalCount' },
          type: 'Int',
          description: 'How many there are in all; counted only when asked for.',
        }),
        edges: t.planned({ graph: { as: 'edges' }, type: [edge], description: 'This page.' }),
        pageInfo: t.workedOut({
          graph: { as: 'pageInfo' },
          type: PageInfo,
          description: 'Where this page stands.',
          resolve: (connection) => connection,
        }),
        ...toFields(t, onConnections[name] ?? {}),
      }),
    });
  });
