import { expect } from 'vitest';
import { PROMISES } from './promises.ts';
import {
  type Connection,
  type Data,
  descending,
  type Named,
  namesOf,
  nodesOf,
  only,
  type Said,
} from './reading-answers.ts';

/** The same of the queries of the README, in their order there. */
export const README_PROMISES: readonly ((data: Data) => void)[] = [
  ({ armsSales }) => {
    interface Sale extends Named {
      readonly value: { readonly amount: number; readonly currency: string };
    }
    const found = nodesOf<Sale & Data>(armsSales);
    descending(found.map(({ value }) => value.amount));
    const poland = only(found, ({ name }) => name.startsWith('Sale of AH-64E Apache to Poland'));
    expect(poland.value).toEqual({ amount: 12_000_000_000, currency: 'USD' });
    expect(namesOf(poland.soldTo)).toEqual(['Poland']);
    expect((poland.items as Connection<Named>).edges).toEqual([
      { quantity: 96, node: { name: 'AH-64E Apache' } },
    ]);
    expect(
      nodesOf<Said>(poland.statements)
        .map(({ quote }) => quote)
        .join(),
    ).toMatch(/12 billion/);
  },
  (data) => PROMISES['03-path-between-two-people']!(data),
  (data) => {
    const found = nodesOf<Named & Data>(data.agreements);
    descending(found.map(({ signedOn }) => String(signedOn)));
    const pact = only(found, ({ name }) => name === 'Pukpuk Treaty');
    expect((pact.signatories as Connection<Named>).edges).toContainEqual({
      node: { name: 'Anthony Albanese' },
      on: '2025-10-06',
    });
  },
];
