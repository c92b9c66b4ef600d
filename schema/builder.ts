import SchemaBuilder from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { DateTimeResolver, URLResolver } from 'graphql-scalars';
import type { Planned } from '../src/graph/compile/field.ts';
import { KIND, key } from '../src/graph/compile/field.ts';
import type { Graph } from '../src/graph/graph.ts';
import type { Row } from '../src/graph/read/page.ts';
import { rowKey } from '../src/graph/read/row.ts';
import type { Previews } from '../src/ingest/ingest.ts';
import { type Kind, OTHER } from '../src/model/kinds.ts';
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

export const builder = new SchemaBuilder<Types>({ defaultFieldNullability: false });
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
  if (!made.has(name)) {
    const fresh = make();
    made.set(name, fresh);
    complete(fresh);
  }
  return made.get(name) as T;
}

interface Implementable {
  implement(config: object): void;
}

/** The reference of a kind, or of a row that is no node. */
export function typeRef(name: Target): Implementable {
  return once(name, () =>
    name === 'Entity' || name === 'Node'
      ? builder.interfaceRef<Row>(name)
      : builder.objectRef<Row>(name),
  ) as never;
}

/** The label that says what a row is: not `Entity`, which all entities have. */
export function kindOf(row: Row): string {
  return (row[key(KIND)] as string[]).find((label) => label !== 'Entity') as string;
}

/** A declared field: what it is in Cypher, and how GraphQL shows it. */
export interface Declared {
  readonly planned: Planned;
  options(name: string, owner: string): Record<string, unknown>;
}

export interface Described {
  readonly description: string;
}

/** Everything that a Pothos field builder is asked for here. */
export interface FieldFactory {
  field(options: object): unknown;
}

/** The plan's answer has the shape of the selection: every planned field only picks its own response key. */
export function pick(parent: Row, _args: unknown, _context: unknown, info: GraphQLResolveInfo) {
  return parent[rowKey(info.path.key)];
}

export function listOf(type: unknown, list: boolean): unknown {
  return list ? [type] : type;
}

/** Enumerations that property codes name; filled by the file that makes them. */
export const enumTypes: Record<string, unknown> = {};
/** Values of those enumerations that show anything else as `other`. */
export const knownValues: Record<string, readonly string[]> = {};

/** Picks a value of an enumeration; what the enumeration has no name for is `other`, not an error. */
function pickChoice(enumeration: string) {
  const known = new Set<unknown>(knownValues[enumeration]);
  return (parent: Row, _args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
    const value = parent[rowKey(info.path.key)];
    return value == null || known.has(value) ? value : OTHER;
  };
}

/** Lengths of properties that are longer than a name or a number: sentences, and lists of names. */
const QUOTE_BYTES = 400;
const LIST_BYTES = 200;

export function property(name: string, code: string, description: string): Declared {
  const { base, list, nullable } = readCode(code);
  const bytes = name === 'quote' ? QUOTE_BYTES : list ? LIST_BYTES : undefined;
  const planned: Planned = {
    as: 'property',
    property: name,
    ...(bytes === undefined ? {} : { bytes }),
  };
  return {
    planned,
    options: () => ({
      type: listOf(enumTypes[base] ?? base, list),
      nullable,
      description,
      resolve: base in knownValues ? pickChoice(base) : pick,
      extensions: { graph: planned },
    }),
  };
}

/** Cypher over the variable of the row. */
export function expression(
  code: string,
  cypher: (variable: string) => string,
  description: string,
): Declared {
  const graph: Planned = { as: 'expression', cypher };
  const shown = property('', code, description);
  return {
    planned: graph,
    options: (name, owner) => ({ ...shown.options(name, owner), extensions: { graph } }),
  };
}

export function toFields(t: FieldFactory, fields: Record<string, Declared>, owner: string): object {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, t.field(field.options(name, owner))]),
  );
}

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
