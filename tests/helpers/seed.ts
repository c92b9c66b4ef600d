import type { Database } from '../../src/db/database.ts';
import { kindPrefix } from '../../src/model/ids.ts';
import {
  DOCUMENT_PROPERTIES,
  ENTITY_KINDS,
  ENTITY_PROPERTIES,
  type EntityKind,
  KIND_NAMES,
  STATEMENT_PROPERTIES,
} from '../../src/model/kinds.ts';
import { type Properties, readCode } from '../../src/model/property.ts';
import { SUMMARY_PROPERTIES } from '../../src/model/relationship-properties.ts';
import { RELATIONSHIP_TYPES, RELATIONSHIPS } from '../../src/model/relationships.ts';

const SAMPLES = {
  ID: 'x',
  String: 'x',
  Int: 1,
  Float: 0.5,
  Boolean: true,
  FuzzyDate: '2025-10-31',
  DateTime: '2025-10-31T12:00:00.000Z',
  URL: 'https://example.org/',
  AgreementKind: 'treaty',
  ArmsSaleBasis: 'contract',
  ArmsSaleStage: 'approved',
  EventKind: 'meeting',
  Modality: 'asserted',
  OrganisationKind: 'ministry',
  RelationshipType: 'SIGNED',
  StatementType: 'SIGNED',
  WeaponSystemKind: 'fighter',
};

function sample(table: Properties): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(table).map(([name, code]) => {
      const { base, list } = readCode(code);
      return [name, list ? [SAMPLES[base]] : SAMPLES[base]];
    }),
  );
}

const seedId = (kind: EntityKind) => `${kindPrefix(kind)}:seed`;

/** One of every label, relationship type and property of the model: Neo4j warns of names it has never seen. */
export async function seed(database: Database): Promise<void> {
  await database.run('CREATE (d:Document) SET d = $properties', {
    properties: {
      ...sample(DOCUMENT_PROPERTIES),
      id: 'document:seed',
      story: 'document:seed',
      contentHash: 'x',
      supersededBy: 'x',
      skipped: 'x',
      signature: [1],
      band0: 'x',
      band1: 'x',
      band2: 'x',
      band3: 'x',
      band4: 'x',
      band5: 'x',
    },
  });
  for (const kind of KIND_NAMES)
    await database.run(
      `MATCH (d:Document {id: 'document:seed'}) CREATE (e:Entity:${kind}) SET e = $properties CREATE (d)-[m:MENTIONS]->(e) SET m = $mention`,
      {
        properties: {
          ...sample(ENTITY_PROPERTIES),
          ...sample(ENTITY_KINDS[kind]),
          id: seedId(kind),
          name: `Seed ${kind}`,
          nameKey: `seed ${kind.toLowerCase()}`,
          aliasKeys: ['x'],
          searchText: `Seed ${kind}`,
        },
        mention: {
          name: 'x',
          aliases: ['x'],
          count: 1,
          spans: [0, 1],
          rawSpans: [0, 1],
          externalIds: [],
          because: 'x',
          kind: 'x',
          country: 'IN',
          iso2: 'IN',
          designation: 'x',
          parts: ['{}'],
        },
      },
    );
  for (const type of RELATIONSHIP_TYPES) {
    const { from, to, own } = RELATIONSHIPS[type];
    const [source, target] = [
      seedId(from[0]),
      seedId(to.find((kind) => kind !== from[0]) ?? to[0]),
    ];
    const id = `relationship:${type.toLowerCase()}`;
    await database.run(
      `MATCH (a:Entity {id: $source}) MATCH (b:Entity {id: $target}) MATCH (d:Document {id: 'document:seed'})
       CREATE (a)-[r:${type}]->(b) SET r = $edge
       CREATE (s:Statement)-[:FROM]->(d) SET s = $statement CREATE (s)-[:SUBJECT]->(a) CREATE (s)-[:OBJECT]->(b)`,
      {
        source,
        target,
        edge: { ...sample(SUMMARY_PROPERTIES), ...sample(own), id, modality: 'asserted' },
        statement: {
          ...sample(STATEMENT_PROPERTIES),
          ...sample(own),
          id: `statement:${type.toLowerCase()}`,
          type,
          relationshipId: id,
          modality: 'asserted',
          currency: 'USD',
          valueText: 'x',
          basis: 'contract',
          localSubject: source,
          localObject: target,
        },
      },
    );
  }
  await database.run(
    "CREATE (:Tally {id: 'tally:seed', counts: '{}', days: '{}', first: '2025', last: '2025'})",
  );
  const pair = { left: 'x', right: 'y', score: 1, features: ['x'], lefts: ['x'] };
  await database.run(
    `CREATE (:Local {id: 'local:seed', entity: 'x', unit: '{}', digest: 'x', likeId: 'x', likeName: 'x'})-[:IN_BLOCK]->(:Block {id: 'x'})
     CREATE (:Unresolved {id: 'local:seed'})
     CREATE (c:Candidate {id: 'candidate:seed'}) SET c += $pair, c.rights = ['x'], c.weights = [1.0], c.sentences = ['x']
     CREATE (j:Judgement {id: 'judgement:seed'}) SET j += $pair, j += $judged`,
    {
      pair,
      judged: {
        verdict: 'unsure',
        who: 'x',
        why: 'x',
        at: '2025',
        withdrawnAt: '2025',
        withdrawnBy: 'x',
      },
    },
  );
  await database.run(
    'MERGE (g:Graph {id: $id}) SET g.lastIngestAt = $at, g.firstRead = $firstRead',
    {
      id: 'graph',
      at: SAMPLES.DateTime,
      firstRead: 'finished',
    },
  );
}
