import { expect } from 'vitest';

/** A part of an answer, read as what the operation selects. */
export type Data = Readonly<Record<string, unknown>>;
export interface Connection<T> {
  readonly edges: readonly ({ readonly node: T } & Data)[];
}
export interface Named {
  readonly id: string;
  readonly name: string;
}
export interface Said {
  readonly quote: string;
  readonly document: { readonly title: string; readonly publishedOn: string };
}

export const nodesOf = <T>(connection: unknown): T[] =>
  (connection as Connection<T>).edges.map(({ node }) => node);
export const namesOf = (connection: unknown): string[] =>
  nodesOf<Named>(connection).map(({ name }) => name);
export const only = <T>(found: readonly T[], is: (one: T) => boolean): T => {
  const [one, ...others] = found.filter(is);
  expect(others).toEqual([]);
  return one!;
};
export const descending = (values: readonly (string | number)[]) =>
  expect(values).toEqual([...values].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
export const ascending = (values: readonly (string | number)[]) =>
  expect(values).toEqual([...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));

export interface Path {
  readonly length: number;
  readonly entities: readonly Named[];
  readonly relationships: readonly { statements: unknown; source?: Named; target?: Named }[];
}

/** Each step of a path joins the entities beside it, and a sentence says so. */
export function expectEvidence(path: Path, from: string, to: string): void {
  const { length, entities, relationships } = path;
  expect([entities[0]!.name, entities.at(-1)!.name]).toEqual([from, to]);
  expect([entities.length, relationships.length]).toEqual([length + 1, length]);
  for (const [step, { statements, source, target }] of relationships.entries()) {
    expect(nodesOf<Said>(statements)[0]!.quote.length).toBeGreaterThan(20);
    if (source && target)
      expect([source.name, target.name].sort()).toEqual(
        [entities[step]!.name, entities[step + 1]!.name].sort(),
      );
  }
}
