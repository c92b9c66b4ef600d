import './plugin.ts';
import SchemaBuilder, {
  type FieldRef,
  type InterfaceRef,
  type ObjectRef,
  type OutputType,
} from '@pothos/core';
import { DateTimeResolver, URLResolver } from 'graphql-scalars';
import type { Planned } from '../src/graph/compile/field.ts';
import { KIND, key } from '../src/graph/compile/field.ts';
import type { Graph } from '../src/graph/graph.ts';
import type { Moment } from '../src/graph/held.ts';
import type { Row } from '../src/graph/read/page.ts';
import type { Previews } from '../src/ingest/ingest.ts';
import type { Kind } from '../src/model/kinds.ts';
import { type Properties, readCode } from '../src/model/property.ts';
import { FuzzyDateScalar } from './scalars.ts';

/** Measured quality of the extraction per relationship type; `entente evaluate` writes it. */
export interface ExtractorQuality {
  readonly version: string;
  readonly measuredOn: string | null;
  readonly types: readonly {
    readonly type: string;
    readonly precision: number;
    /** 95 % interval, resampled over documents; null where too few state the type. */
    readonly precisionInterval: readonly [low: number, high: number] | null;
    readonly recall: number;
    readonly f1: number;
  }[];
}

/** What resolvers may use; the server makes one for each request. */
export interface Context {
  readonly graph: Graph;
  readonly extractor: ExtractorQuality | null;
  /** Whether whole texts of documents may be shown, or for reasons of copyright only excerpts. */
  readonly wholeTexts: boolean;
  /** Reads documents without storing them; null where previews are switched off. */
  readonly previews: Pick<Previews, 'read'> | null;
}

interface Types {
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    FuzzyDate: { Input: string; Output: string };
    DateTime: { Input: Date; Output: string };
    URL: { Input: URL; Output: string };
  };
}

export const builder = new SchemaBuilder<Types>({
  plugins: ['graph'],
  defaultFieldNullability: false,
});
/** The types of this schema in Pothos. */
export type Contract = PothosSchemaTypes.ExtendDefaultTypes<Types>;
/** `t` of an object or an interface whose values are rows. */
export type RowFields = PothosSchemaTypes.RootFieldBuilder<Contract, Row>;
/** The type of a field, by its reference or by its name. */
export type FieldType = OutputType<Contract>;
builder.addScalarType('FuzzyDate', FuzzyDateScalar);
builder.addScalarType('DateTime', DateTimeResolver as never);
builder.addScalarType('URL', URLResolver as never);

/** Names of rows that are no labelled nodes. */
export type RecordName =
  | 'Node'
  | 'Relationship'
  | 'SearchHit'
  | 'Path'
  | 'PathResult'
  | 'Subgraph'
  | 'SubgraphMember'
  | 'TimelineEntry'
  | 'StatementContext'
  | 'ArmsSaleTotal'
  | 'SaleValue'
  | 'CurrencyTotal'
  | 'DocumentChanges'
  | 'FactChange'
  | 'GraphSummary'
  | 'Identity'
  | 'IdentityMember'
  | 'IdentityReason'
  | 'IdentityCandidate';
export type Target = Kind | RecordName;

const made = new Map<string, unknown>();
/** Types refer to each other in cycles, so each is made when it is first needed. */
export function once<T>(name: string, make: () => T, complete: (made: T) => void = () => {}): T {
  const known = made.get(name) as T | undefined;
  if (known !== undefined) return known;
  const fresh = make();
  made.set(name, fresh);
  complete(fresh);
  return fresh;
}

/** Kinds that are interfaces; each of their nodes also has a concrete kind. */
export type Abstract = 'Entity' | 'Node';
export const isAbstract = (name: Target): name is Abstract => name === 'Entity' || name === 'Node';

export const interfaceOf = (name: Abstract) => once(name, () => builder.interfaceRef<Row>(name));
export const objectOf = (name: Exclude<Target, Abstract>) =>
  once(name, () => builder.objectRef<Row>(name));

/** The reference of a kind, or of a row that is no node. */
export const typeRef = (name: Target) => (isAbstract(name) ? interfaceOf(name) : objectOf(name));

/** The type of a field that leads to rows. */
export type RowType = ObjectRef<Contract, Row> | InterfaceRef<Contract, Row>;

/** The label that names the kind of a row: not `Entity`, which all entities have. */
export function kindOf(row: Row): string {
  return (row[key(KIND)] as string[]).find((label) => label !== 'Entity') as string;
}

/** A declared field: its Cypher, and its GraphQL field. */
export interface Declared {
  readonly planned: Planned;
  /** Inputs refer to each other in cycles, so their fields are made when the schema is built. */
  field(t: RowFields, name: string): FieldRef<Contract, unknown>;
}

export interface Described {
  readonly description: string;
}

/** The type of a list of these, or of one. */
export const listOf = (type: FieldType, list: boolean): FieldType | [FieldType] =>
  list ? [type] : type;

/** Enumerations by the property code that names them; `enums.ts` fills the table. */
export const enumTypes: Record<string, FieldType> = {};
/** Values of the enumerations that show any other stored value as `other`. */
export const knownValues: Record<string, readonly string[]> = {};

/** Estimated bytes of properties that are longer than a name: sentences, and lists of names. */
const QUOTE_BYTES = 400;
const LIST_BYTES = 200;

const SCALARS: Readonly<Record<string, FieldType>> = {
  ID: 'ID',
  String: 'String',
  Int: 'Int',
  Float: 'Float',
  Boolean: 'Boolean',
  FuzzyDate: 'FuzzyDate',
  DateTime: 'DateTime',
  URL: 'URL',
};

/** The scalar or enumeration that a property code names. */
export function typeNamed(base: string): FieldType {
  const type = SCALARS[base] ?? enumTypes[base];
  if (type === undefined) throw new Error(`${base} is no scalar and no enumeration`);
  return type;
}

function shown(graph: Planned, code: string, description: string): Declared {
  const { base, list, nullable } = readCode(code);
  return {
    planned: graph,
    field: (t) => {
      const choices = knownValues[base];
      const type = listOf(typeNamed(base), list);
      return t.planned({ graph, type, nullable, description, ...(choices && { choices }) });
    },
  };
}

export function property(name: string, code: string, description: string): Declared {
  const bytes = name === 'quote' ? QUOTE_BYTES : readCode(code).list ? LIST_BYTES : undefined;
  const planned = { as: 'property', property: name, ...(bytes && { bytes }) } as const;
  return shown(planned, code, description);
}

/** A field whose value is a Cypher expression over the row's variable. */
export const expression = (
  code: string,
  cypher: (variable: string, at: Moment) => string,
  description: string,
): Declared => shown({ as: 'expression', cypher }, code, description);

export const toFields = (
  t: RowFields,
  fields: Readonly<Record<string, Declared>>,
): Record<string, FieldRef<Contract, unknown>> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.field(t, name)]));

/** Properties with the description of each, for edges and records. */
export function propertyFields(
  properties: Properties,
  descriptions: Readonly<Record<string, string>>,
): Record<string, Declared> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, code]) => [
      name,
      property(name, code, descriptions[name] ?? `The ${name} of the relationship.`),
    ]),
  );
}
