import { expect, test } from 'vitest';
import { clusterNamed, clusterSystems } from '../../../../src/ingest/extract/coreference/named.ts';
import type { Mention } from '../../../../src/ingest/extract/vocabulary.ts';

const mentions = (kind: Mention['kind'], ...names: readonly string[]): Mention[] =>
  names.map((text, at) => ({
    kind,
    text,
    rule: 'shape',
    named: false,
    start: at * 100,
    end: at * 100 + text.length,
    sentence: at,
  }));
const formsOf = (clusters: readonly { readonly forms: ReadonlySet<string> }[]) =>
  clusters.map(({ forms }) => [...forms].sort());

test('a company is one with its legal form and without', () => {
  expect(
    formsOf(clusterNamed('Organisation', mentions('Organisation', 'Vestmark Ltd', 'Vestmark'))),
  ).toEqual([['Vestmark', 'Vestmark Ltd']]);
});

test('a country is one by its code, whatever it is called', () => {
  const [adjective, name] = mentions('Country', 'Norwegian', 'Norway');
  const both = [
    { ...adjective!, key: 'NO' },
    { ...name!, key: 'NO' },
  ];
  expect(clusterNamed('Country', both).map((cluster) => cluster.name)).toEqual(['Norway']);
});

test('models of a weapon system are apart, its plural is not', () => {
  expect(formsOf(clusterSystems(mentions('WeaponSystem', 'F-16C', 'F-15', 'F-15s')))).toEqual([
    ['F-16C'],
    ['F-15', 'F-15s'],
  ]);
  expect(formsOf(clusterSystems(mentions('WeaponSystem', 'Xq-171A2', 'Xq-17')))).toHaveLength(2);
});

test('a body is one with the beginning of its name, but a service with no body within it', () => {
  const clustered = (...names: string[]) =>
    formsOf(clusterNamed('Organisation', mentions('Organisation', ...names)));
  expect(clustered('Vestmark Polar Institute', 'Vestmark Polar')).toHaveLength(1);
  expect(clustered('Air Force Polar Institute', 'Air Force')).toHaveLength(2);
});

test('a party is not its government, nor an alliance a body or a company another within it', () => {
  const clustered = (...names: string[]) =>
    formsOf(clusterNamed('Organisation', mentions('Organisation', ...names)));
  expect(clustered('Workers Government', 'Workers')).toHaveLength(2);
  expect(clustered('BALTO Ice Committee', 'BALTO')).toHaveLength(2);
  expect(clustered('BALTO Systems', 'BALTO')).toHaveLength(1);
  expect(clustered('Vestmark Port Services', 'Vestmark')).toHaveLength(2);
  expect(clustered('Vestmark Polar Services', 'Vestmark Polar')).toHaveLength(1);
});

test('an acronym is the only body whose initials it has', () => {
  const clustered = (...names: string[]) =>
    formsOf(
      clusterNamed(
        'Organisation',
        mentions('Organisation', ...names).map((mention) => ({ ...mention, rule: 'acronym' })),
      ),
    );
  expect(clustered('Fjord Waters Agency', 'FWA')).toEqual([['FWA', 'Fjord Waters Agency']]);
  expect(clustered('Fjord Waters Agency', 'Forest Waters Agency', 'FWA')).toHaveLength(3);
  expect(clustered('Fjord Waters', 'FW')).toHaveLength(2);
});
