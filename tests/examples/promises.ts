import { expect } from 'vitest';
import {
  ascending,
  type Connection,
  type Data,
  descending,
  expectEvidence,
  type Named,
  namesOf,
  nodesOf,
  only,
  type Path,
  type Said,
} from './reading-answers.ts';

/** What the title of each example operation promises, of the graph of the example documents. */
export const PROMISES: Readonly<Record<string, (data: Data) => void>> = {
  '01-who-signed-what'({ agreements }) {
    interface Agreement extends Named {
      readonly signedOn: string;
      readonly signatories: Connection<Named>;
    }
    const found = nodesOf<Agreement>(agreements);
    descending(found.map(({ signedOn }) => signedOn));
    for (const { signatories } of found)
      for (const { statements } of signatories.edges)
        expect(nodesOf<Said>(statements)[0]!.quote.length).toBeGreaterThan(20);
    const pact = only(found, ({ name }) => name === 'Pukpuk Treaty');
    expect(pact.signedOn).toBe('2025-10-06');
    expect(namesOf(pact.signatories)).toEqual(
      expect.arrayContaining(['Anthony Albanese', 'James Marape']),
    );
  },

  '02-arms-sales'({ armsSales }) {
    interface Sale extends Named {
      readonly value: { readonly amount: number; readonly currency: string };
    }
    const found = nodesOf<Sale & Data>(armsSales);
    descending(found.map(({ value }) => value.amount));
    const poland = only(found, ({ name }) => name.startsWith('Sale of M142 HIMARS to Poland'));
    expect(poland).toMatchObject({
      stage: 'approved',
      approvedOn: '2023-02',
      value: { amount: 10_000_000_000, currency: 'USD', raw: '$10 billion' },
    });
    expect([poland.approvedBy, poland.soldTo].map(namesOf)).toEqual([
      ['United States'],
      ['Poland'],
    ]);
    expect((poland.items as Connection<Named>).edges).toEqual([
      { quantity: 18, node: { id: 'weapon-system:m142-himars', name: 'M142 HIMARS' } },
    ]);
  },

  '03-path-between-two-people'({ paths }) {
    const found = (paths as { readonly paths: readonly Path[] }).paths;
    ascending(found.map(({ length }) => length));
    for (const path of found) expectEvidence(path, 'Rajnath Singh', 'Pete Hegseth');
  },

  '04-neighbourhood'({ neighbourhood }) {
    const { entities, relationships } = neighbourhood as {
      readonly entities: readonly Named[];
      readonly relationships: readonly { source: Named; target: Named }[];
    };
    expect(entities.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['country:IN', 'person:narendra-modi']),
    );
    const ids = new Set(entities.map(({ id }) => id));
    for (const { source, target } of relationships)
      expect([ids.has(source.id), ids.has(target.id)]).toEqual([true, true]);
  },

  '05-search'({ search }) {
    const [first] = nodesOf<{ node: Named }>(search);
    expect(first!.node.name).toBe('Lockheed Martin');
  },

  '06-timeline'({ timeline }) {
    const found = nodesOf<{ on: string; relationship: { source: Named; target: Named } }>(timeline);
    ascending(found.map(({ on }) => on));
    for (const { relationship } of found)
      expect([relationship.source.name, relationship.target.name]).toContain('India');
  },

  '07-contradictions'({ armsSales }) {
    const [sale] = nodesOf<Data>(armsSales);
    expect(sale!.value).toEqual({ amount: 3_500_000_000, currency: 'USD', raw: '$3.5 billion' });
    const said = nodesOf<Said & { readonly value: string }>(sale!.statements);
    expect(said.map(({ value }) => value).sort()).toEqual(['3500000000', '4000000000']);
    expect(new Set(said.map(({ document }) => document.title)).size).toBe(2);
  },

  '08-who-makes-what-is-bought'({ entity }) {
    interface Item extends Named {
      readonly manufacturers: unknown;
    }
    const sales = nodesOf<{ readonly items: unknown }>((entity as Data).purchases);
    const items = sales.flatMap(({ items }) => nodesOf<Item>(items));
    const makers = (system: string) =>
      new Set(
        items.filter(({ name }) => name === system).flatMap((one) => namesOf(one.manufacturers)),
      );
    expect(makers('Rafale M')).toEqual(new Set(['Dassault Aviation']));
    expect(makers('FGM-148 Javelin')).toEqual(new Set(['Lockheed Martin', 'RTX']));
  },

  '09-planned-not-signed'({ statements }) {
    const found = nodesOf<Said & { readonly object: Named }>(statements);
    const plans = found.filter(({ object }) => object.name === 'Pukpuk Treaty');
    expect(plans.length).toBeGreaterThan(0);
    for (const { quote } of plans) expect(quote).toMatch(/plan to sign/);
  },

  '10-totals'({ armsSaleTotals }) {
    interface Total {
      readonly year: string | null;
      readonly count: number;
      readonly values: readonly { readonly currency: string; readonly count: number }[];
      readonly withoutValue: number;
    }
    for (const { count, values, withoutValue } of armsSaleTotals as readonly Total[]) {
      expect(values.reduce((sum, one) => sum + one.count, withoutValue)).toBe(count);
      expect(new Set(values.map(({ currency }) => currency)).size).toBe(values.length);
    }
  },

  '11-as-known-on-a-date'({ entity }) {
    const { agreements, now } = entity as Record<
      'agreements' | 'now',
      { readonly totalCount: number } & Connection<Named>
    >;
    for (const { firstSeen } of agreements.edges) expect(String(firstSeen) < '2024').toBe(true);
    expect(namesOf(agreements)).not.toContain(
      'Framework for the US-India Major Defence Partnership',
    );
    expect(agreements.totalCount).toBeLessThan(now.totalCount);
  },

  '12-one-document'({ documents }) {
    interface Document extends Data {
      readonly text: string;
      readonly statements: unknown;
    }
    const [document, ...others] = nodesOf<Document>(documents);
    expect(others).toEqual([]);
    expect(document).toMatchObject({ publishedOn: '2025-10-31' });
    for (const { quote } of nodesOf<Said>(document!.statements))
      expect(document!.text.replace(/\s+/g, ' ')).toContain(quote.replace(/\s+/g, ' '));
    expect(namesOf(document!.mentions)).toEqual(
      expect.arrayContaining(['Rajnath Singh', 'Pete Hegseth', 'India']),
    );
  },

  '13-people-and-positions'({ people }) {
    const modi = only(nodesOf<Named & Data>(people), ({ name }) => name === 'Narendra Modi');
    expect((modi.positions as Connection<Named>).edges).toEqual([
      { title: 'Prime Minister', from: null, to: null, node: { name: 'India' } },
    ]);
  },

  '14-common-neighbours'({ commonNeighbours }) {
    expect(namesOf(commonNeighbours)).toEqual(
      expect.arrayContaining(['Framework for the US-India Major Defence Partnership']),
    );
  },

  '15-full-text'({ searchStatements }) {
    for (const { quote } of nodesOf<Said>(searchStatements)) expect(quote).toMatch(/frigate/i);
  },

  '16-summary'({ summary }) {
    const { newestDocument, entities } = summary as {
      readonly newestDocument: { readonly publishedOn: string };
      readonly entities: readonly { readonly kind: string; readonly count: number }[];
    };
    expect(newestDocument.publishedOn).toBe('2026-01-26');
    expect(entities.find(({ kind }) => kind === 'Country')!.count).toBeGreaterThan(20);
  },

  '17-rumoured-or-denied'({ statements }) {
    const found = nodesOf<Said & { readonly modality: string; readonly object: Named | null }>(
      statements,
    );
    expect(new Set(found.map(({ modality }) => modality))).toEqual(new Set(['rumoured', 'denied']));
    const rumours = found.filter(
      ({ modality, object }) => modality === 'rumoured' && object?.name === 'F-35 Lightning II',
    );
    expect(rumours.map(({ quote }) => quote).join()).toMatch(/reportedly/);
  },

  '18-announced-and-kept'({ agreements }) {
    const [pact, ...others] = nodesOf<Named & Data>(agreements);
    expect(others).toEqual([]);
    expect(pact!.signedOn).toBe('2025-10-06');
    expect(namesOf(pact!.parties)).toEqual(['Australia', 'Papua New Guinea']);
    const said = nodesOf<Said & { readonly modality: string }>(pact!.statements);
    const published = (modality: string) =>
      said.filter((one) => one.modality === modality).map(({ document }) => document.publishedOn);
    expect(new Set(published('planned'))).toEqual(new Set(['2025-09-17']));
    expect(new Set(published('asserted'))).toEqual(new Set(['2025-10-06']));
  },

  '19-a-maker-and-its-customers'({ entity }) {
    interface System extends Named {
      readonly operators: Connection<Named>;
    }
    const systems = nodesOf<System>((entity as Data).manufactures);
    const mirage = only(systems, ({ name }) => name === 'Dassault Mirage 2000');
    expect(namesOf(mirage.operators)).toEqual(
      expect.arrayContaining(['UAE Air Force', 'Ukrainian Air Force', 'Greece']),
    );
    for (const { statements } of mirage.operators.edges)
      expect(nodesOf<Said>(statements)[0]!.quote).toMatch(/Mirage 2000/);
  },

  '20-best-supported-paths'({ paths }) {
    const found = (paths as { readonly paths: readonly Path[] }).paths;
    for (const path of found) expectEvidence(path, 'Sweden', 'India');
  },
};
