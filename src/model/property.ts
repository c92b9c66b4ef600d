/**
 * A table of properties by code: a scalar's name, then `[]` for a list and `?` if it may be null.
 * `'FuzzyDate?'` is `string | null`.
 */
export type Properties = Readonly<Record<string, string>>;

interface Scalars {
  ID: string;
  String: string;
  Int: number;
  Float: number;
  Boolean: boolean;
  /** A date as precise as its source: `2025`, `2025-10`, `2026-01-25`. */
  FuzzyDate: string;
  DateTime: string;
  URL: string;
  // Enumerations, stored as text.
  AgreementKind: string;
  ArmsSaleBasis: string;
  ArmsSaleStage: string;
  EventKind: string;
  Modality: string;
  OrganisationKind: string;
  RelationshipType: string;
  StatementType: string;
  WeaponSystemKind: string;
}
type ScalarName = keyof Scalars;

/** The TypeScript type of a property code. */
export type ValueOf<Code> = Code extends `${infer Base}?`
  ? ValueOf<Base> | null
  : Code extends `${infer Base}[]`
    ? ValueOf<Base>[]
    : Code extends ScalarName
      ? Scalars[Code]
      : never;

/** The plain object that a table of properties describes. */
export type RecordOf<Table extends Properties> = { [Name in keyof Table]: ValueOf<Table[Name]> };

export interface PropertyCode {
  readonly base: ScalarName;
  readonly list: boolean;
  readonly nullable: boolean;
}

export function readCode(code: string): PropertyCode {
  const [, base = 'String', list, nullable] = /^(\w+)(\[\])?(\?)?$/.exec(code) ?? [];
  return { base: base as ScalarName, list: list !== undefined, nullable: nullable !== undefined };
}
