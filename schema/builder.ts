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
import type { Row } from '../src/graph/read/page.ts';
import type { Previews } from '../src/ingest/ingest.ts';
import type { Kind } from '../src/model/kinds.ts';
import { type Properties, readCode } from '../src/model/property.ts';
import { FuzzyDateScalar } from './scalars.ts';

/** How well the extraction does, per relationship type; written by `entente evaluate`. */
export interface ExtractorQuality {
  readonly version: string;
  readonly measuredOn: string | null;
  readonly types: readonly {
    readonly type: string;
    readonly precision: number;
    /** Middle 95 % over documents; null where too few say anything. */
    readonly precisionInterval: readonly [low: number, high: number] | null;
    readonly recall: number;
    readonly f1: number;
  }[];
}

/** What a resolver may use. The server makes one for each request. */
export interface Context {
  readonly graph: Graph;
  readonly extractor: ExtractorQuality | null;
  /** Whole texts of documents, or only excerpts: a matter of copyright. */
  readonly wholeTexts: boolean;
  /** Reads documents without storing them; null where that is switched off. */
  readonly previews: Previews | null;
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
/** The types of this contract, as Pothos knows them. */
export type Contract = PothosSchemaTypes.ExtendDefaultTypes<Types>;
/** `t` of an object or an interface whose values are rows. */
export type RowFields = PothosSchemaTypes.RootFieldBuilder<Contract, Row>;
/** Any type of a field, by its reference or its name. */
export type FieldType = OutputType<Contract>;
builder.addScalarType('FuzzyDate', FuzzyDateScalar);
builder.addScalarType('DateTime', DateTimeResolver as never);
builder.addScalarType('URL', URLResolver as never);

/** A row that is no labelled node. */
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
  | 'CurrencyTotal'
  | 'GraphSummary'
  | 'Identity'
  | 'IdentityMember'
  | 'IdentityReason'
  | 'IdentityCandidate';
export type Target = Kind | RecordName;

const made = new Map<string, unknown>();
/** Types refer to each other in circles, so each is made when it is first asked for. */
export function once<T>(name: string, make: () => T, complete: (made: T) => void = () => {}): T {
  const known = made.get(name) as T | undefined;
  if (known !== undefined) return known;
  const fresh = make();
  made.set(name, fresh);
  complete(fresh);
  return fresh;
}

/** Kinds that are interfaces: what is of them is also of a kind of its own. */
export type Abstract = 'Entity' | 'Node';
export const isAbstract = (name: Target): name is Abstract => name === 'Entity' || name === 'Node';

export const interfaceOf = (name: Abstract) => once(name, () => builder.interfaceRef<Row>(name));
export const objectOf = (name: Exclude<Target, Abstract>) =>
  once(name, () => builder.objectRef<Row>(name));

/** The reference of a kind, or of a row that is no node. */
export const typeRef = (name: Target) => (isAbstract(name) ? interfaceOf(name) : objectOf(name));

/** The type of a field that leads to rows. */
export type RowType = ObjectRef<Contract, Row> | InterfaceRef<Contract, Row>;

/** The label that says what a row is: not `Entity`, which all entities have. */
export function kindOf(row: Row): string {
  return (row[key(KIND)] as string[]).find((label) => label !== 'Entity') as string;
}

/** A declared field: what it is in Cypher, and how GraphQL shows it. */
export interface Declared {
  readonly planned: Planned;
  /** Makes the field. @param name of the field */
  field(t: RowFields, name: string): FieldRef<Contract, unknown>;
}

export interface Described {
  readonly description: string;
}

/** The type of a list of these, or of one. */
export const listOf = (type: FieldType, list: boolean): FieldType | [FieldType] =>
  list ? [type] : type;

/** Enumerations that property codes name; filled by the file that makes them. */
export const enumTypes: Record<string, FieldType> = {};
/** Values of those enumerations that show anything else as `other`. */
export const knownValues: Record<string, readonly string[]> = {};

/** Lengths of properties that are longer than a name or a number: sentences, and lists of names. */
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

/** The type that a property code names: a scalar or an enumeration. */
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

/** Cypher over the variable of the row. */
export const expression = (
  code: string,
  cypher: (variable: string) => string,
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
