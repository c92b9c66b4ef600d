// Made from the headers of cypher/read and cypher/write by `npm run generate`. Do not edit.

export interface ReadQueries {
  anyUnresolved: {
    params: Record<string, never>;
    row: {
      found: number;
    };
  };
  countDocuments: {
    params: Record<string, never>;
    row: {
      documents: number;
      unfinished: boolean;
    };
  };
  daysOfRelationships: {
    params: {
      ids: readonly string[];
      modalities: readonly string[];
    };
    row: {
      id: string;
      modality: string;
      first: string | null;
      last: string | null;
    };
  };
  documentStates: {
    params: {
      documents: readonly { readonly id: string; readonly source: string }[];
    };
    row: {
      id: string;
      known: string | null;
      story: string | null;
      skipped: string | null;
      extractor: string | null;
      entities: number;
      statements: number;
      others: unknown;
    };
  };
  documentsNamed: {
    params: {
      name: string;
    };
    row: {
      id: string;
      story: string | null;
      current: boolean;
    };
  };
  dumpDocuments: {
    params: {
      after: string;
      limit: number;
    };
    row: {
      id: string;
      properties: Readonly<
        Record<string, string | number | boolean | readonly string[] | readonly number[] | null>
      >;
      mentions: unknown;
    };
  };
  dumpEntities: {
    params: {
      after: string;
      limit: number;
    };
    row: {
      id: string;
      labels: readonly string[];
      properties: Readonly<
        Record<string, string | number | boolean | readonly string[] | readonly number[] | null>
      >;
    };
  };
  dumpStatements: {
    params: {
      after: string;
      limit: number;
    };
    row: {
      id: string;
      document: string;
      subject: string;
      object: string | null;
      properties: Readonly<
        Record<string, string | number | boolean | readonly string[] | readonly number[] | null>
      >;
    };
  };
  dumpTallies: {
    params: {
      after: string;
      limit: number;
    };
    row: {
      id: string;
      properties: Readonly<
        Record<string, string | number | boolean | readonly string[] | readonly number[] | null>
      >;
    };
  };
  entitiesById: {
    params: {
      ids: readonly string[];
    };
    row: {
      id: string;
      properties: unknown;
    };
  };
  entitiesOfLocals: {
    params: {
      ids: readonly string[];
    };
    row: {
      id: string;
      entity: string;
    };
  };
  evidenceOfEdges: {
    params: {
      ids: readonly string[];
    };
    row: {
      relationshipId: string;
      confidence: number;
      modality: string;
      documentId: string;
      story: string;
      publishedOn: string | null;
      properties: unknown;
    };
  };
  evidenceOfEntities: {
    params: {
      ids: readonly string[];
    };
    row: {
      id: string;
      names: unknown;
      facts: unknown;
      statements: number;
    };
  };
  evidenceOfRelationships: {
    params: {
      ids: readonly string[];
    };
    row: {
      relationshipId: string;
      type: string;
      source: string;
      target: string;
      confidence: number;
      modality: string;
      documentId: string;
      story: string;
      publishedOn: string | null;
      properties: unknown;
    };
  };
  evidenceOfStories: {
    params: {
      stories: readonly string[];
    };
    row: {
      documentId: string;
      story: string;
      relationshipId: string | null;
      type: string;
      source: string;
      target: string | null;
      confidence: number;
      modality: string;
      publishedOn: string | null;
      properties: unknown;
      fact: unknown;
    };
  };
  exportDocuments: {
    params: {
      after: string;
      limit: number;
    };
    row: {
      id: string;
      source: string;
      properties: unknown;
    };
  };
  exportEntitiesById: {
    params: {
      ids: readonly string[];
    };
    row: {
      id: string;
      kind: string;
      name: string;
      aliases: readonly string[];
      properties: unknown;
      degree: number;
    };
  };
  exportEntities: {
    params: {
      after: string;
      limit: number;
      kinds: readonly string[] | null;
      types: readonly string[] | null;
      since: string | null;
      until: string | null;
      confidence: number | null;
    };
    row: {
      id: string;
      kind: string;
      name: string;
      aliases: readonly string[];
      properties: unknown;
    };
  };
  exportEvidence: {
    params: {
      ids: readonly string[];
      modalities: readonly string[];
    };
    row: {
      id: string;
      evidence: unknown;
    };
  };
  exportMentions: {
    params: {
      documents: readonly string[];
    };
    row: {
      source: string;
      entity: string;
      rawSpans: unknown;
    };
  };
  exportNeighbours: {
    params: {
      ids: readonly string[];
      limit: number;
    };
    row: {
      id: string;
    };
  };
  exportRelationshipsOf: {
    params: {
      entities: readonly string[];
      after: string;
      limit: number;
    };
    row: {
      id: string;
      type: string;
      source: string;
      target: string;
      statements: number;
      summary: unknown;
      properties: unknown;
    };
  };
  exportRelationships: {
    params: {
      type: string;
      after: string;
      limit: number;
    };
    row: {
      id: string;
      type: string;
      source: string;
      target: string;
      statements: number;
      summary: unknown;
      properties: unknown;
    };
  };
  freshness: {
    params: Record<string, never>;
    row: {
      documents: number;
      entities: number;
      statements: number;
      ingestedAt: string | null;
    };
  };
  judgementsOf: {
    params: {
      ids: readonly string[];
    };
    row: {
      left: string;
      right: string;
      verdict: string;
      at: string;
      judgement: string;
    };
  };
  localsOfEntities: {
    params: {
      ids: readonly string[];
    };
    row: {
      id: string;
      entity: string;
      unit: string;
      digest: string | null;
    };
  };
  localsOfKeys: {
    params: {
      keys: readonly string[];
    };
    row: {
      id: string;
      entity: string;
      unit: string;
      digest: string | null;
    };
  };
  mentionsOfEntities: {
    params: {
      ids: readonly string[];
    };
    row: {
      document: string;
      entity: string;
      properties: unknown;
    };
  };
  namingsOfDocuments: {
    params: {
      ids: readonly string[];
    };
    row: {
      entity: string;
      naming: unknown;
    };
  };
  namingsOfEntities: {
    params: {
      ids: readonly string[];
    };
    row: {
      entity: string;
      name: string | null;
      aliases: readonly string[];
      because: string | null;
      sort: string | null;
      country: string | null;
      designation: string | null;
      parts: readonly string[];
      documents: number;
      first: string | null;
      last: string | null;
    };
  };
  officesOfEntities: {
    params: {
      ids: readonly string[];
    };
    row: {
      id: string;
      title: string | null;
      of: string;
      documents: number;
      first: string | null;
      last: string | null;
    };
  };
  pageOfEntities: {
    params: {
      after: string;
      limit: number;
    };
    row: {
      id: string;
      statements: number;
    };
  };
  pageOfStated: {
    params: {
      after: string;
      limit: number;
    };
    row: {
      id: string;
      type: string;
    };
  };
  pageOfTallies: {
    params: {
      after: string;
      limit: number;
    };
    row: {
      id: string;
      orphan: boolean;
    };
  };
  relationshipsById: {
    params: {
      edges: readonly { readonly id: string; readonly type: string }[];
    };
    row: {
      id: string;
      properties: unknown;
    };
  };
  statementsOfEntities: {
    params: {
      ids: readonly string[];
    };
    row: {
      id: string;
      type: string;
      title: string | null;
      subject: string;
      object: string | null;
      localSubject: string;
      localObject: string | null;
      edge: string | null;
    };
  };
  storyCandidates: {
    params: {
      documents: readonly { readonly id: string; readonly bands: readonly string[] }[];
      except: readonly string[];
    };
    row: {
      document: string;
      story: string;
      signature: unknown;
    };
  };
  tallies: {
    params: {
      ids: readonly string[];
    };
    row: {
      id: string;
      counts: string;
      days: string;
    };
  };
  unresolved: {
    params: {
      limit: number;
    };
    row: {
      id: string;
    };
  };
}

export interface WriteQueries {
  createMentions: {
    params: {
      mentions: readonly {
        readonly document: string;
        readonly entity: string;
        readonly properties: Readonly<
          Record<string, string | number | boolean | readonly string[] | readonly number[] | null>
        >;
      }[];
    };
    row: {
      written: number;
    };
  };
  createRelationships: {
    params: {
      edges: readonly {
        readonly type: string;
        readonly source: string;
        readonly target: string;
        readonly properties: Readonly<
          Record<string, string | number | boolean | readonly string[] | readonly number[] | null>
        >;
      }[];
    };
    row: {
      written: number;
    };
  };
  createStatements: {
    params: {
      statements: readonly {
        readonly document: string;
        readonly subject: string;
        readonly object: string | null;
        readonly properties: Readonly<
          Record<string, string | number | boolean | readonly string[] | readonly number[] | null>
        >;
      }[];
    };
    row: {
      written: number;
    };
  };
  forgetDocuments: {
    params: {
      ids: readonly string[];
    };
    row: {
      forgotten: number;
    };
  };
  forgetUnresolved: {
    params: {
      ids: readonly string[];
    };
    row: {
      forgotten: number;
    };
  };
  keepCandidates: {
    params: {
      of: readonly string[];
      notOf: readonly string[];
      kept: readonly string[];
      candidates: readonly {
        readonly id: string;
        readonly left: string;
        readonly right: string;
        readonly properties: Readonly<
          Record<string, string | number | boolean | readonly string[] | readonly number[] | null>
        >;
      }[];
    };
    row: {
      kept: number;
    };
  };
  keepJudgement: {
    params: {
      id: string;
      properties: Readonly<
        Record<string, string | number | boolean | readonly string[] | readonly number[] | null>
      >;
    };
    row: {
      id: string;
    };
  };
  keepLocals: {
    params: {
      locals: readonly {
        readonly id: string;
        readonly keys: readonly string[];
        readonly properties: Readonly<
          Record<string, string | number | boolean | readonly string[] | readonly number[] | null>
        >;
      }[];
    };
    row: {
      kept: number;
    };
  };
  keepTallies: {
    params: {
      tallies: readonly {
        readonly id: string;
        readonly properties: Readonly<
          Record<string, string | number | boolean | readonly string[] | readonly number[] | null>
        >;
      }[];
    };
    row: {
      kept: number;
    };
  };
  makeEntities: {
    params: {
      entities: readonly { readonly id: string; readonly kind: string }[];
    };
    row: {
      made: number;
    };
  };
  mergeDocuments: {
    params: {
      documents: readonly {
        readonly id: string;
        readonly properties: Readonly<
          Record<string, string | number | boolean | readonly string[] | readonly number[] | null>
        >;
        readonly supersedes: readonly string[];
      }[];
    };
    row: {
      written: number;
    };
  };
  mergeEntities: {
    params: {
      entities: readonly {
        readonly id: string;
        readonly kind: string;
        readonly properties: Readonly<
          Record<string, string | number | boolean | readonly string[] | readonly number[] | null>
        >;
      }[];
    };
    row: {
      written: number;
    };
  };
  moveStatements: {
    params: {
      statements: readonly {
        readonly id: string;
        readonly subject: string;
        readonly object: string | null;
        readonly localSubject: string | null;
        readonly localObject: string | null;
        readonly edge: string | null;
      }[];
    };
    row: {
      moved: number;
    };
  };
  moveStories: {
    params: {
      moves: readonly { readonly from: string; readonly to: string }[];
    };
    row: {
      moved: number;
    };
  };
  noteAllUnresolved: {
    params: {
      after: string;
      limit: number;
      kinds: readonly string[];
    };
    row: {
      id: string;
    };
  };
  noteFirstRead: {
    params: {
      unfinished: boolean;
    };
    row: {
      unfinished: boolean;
    };
  };
  noteIngest: {
    params: {
      at: string;
    };
    row: {
      at: string;
    };
  };
  noteMoment: {
    params: {
      at: string;
    };
    row: {
      at: string;
    };
  };
  noteUnresolved: {
    params: {
      ids: readonly string[];
    };
    row: {
      noted: number;
    };
  };
  removeDocuments: {
    params: {
      ids: readonly string[];
    };
    row: {
      removed: number;
    };
  };
  removeEntities: {
    params: {
      ids: readonly string[];
    };
    row: {
      removed: number;
    };
  };
  removeLocals: {
    params: {
      ids: readonly string[];
    };
    row: {
      removed: number;
    };
  };
  removeMentions: {
    params: {
      mentions: readonly { readonly document: string; readonly entity: string }[];
    };
    row: {
      removed: number;
    };
  };
  removeTallies: {
    params: {
      ids: readonly string[];
    };
    row: {
      removed: number;
    };
  };
  restateStatements: {
    params: {
      ids: readonly string[];
    };
    row: {
      restated: number;
    };
  };
  setRelationships: {
    params: {
      edges: readonly {
        readonly id: string;
        readonly type: string;
        readonly properties: Readonly<
          Record<string, string | number | boolean | readonly string[] | readonly number[] | null>
        > | null;
      }[];
    };
    row: {
      written: number;
    };
  };
  takeTurn: {
    params: Record<string, never>;
    row: {
      recordedAt: string | null;
    };
  };
  withdrawDocuments: {
    params: {
      documents: readonly { readonly id: string; readonly why: string }[];
    };
    row: {
      withdrawn: number;
    };
  };
  withdrawJudgement: {
    params: {
      id: string;
      at: string;
      who: string;
    };
    row: {
      left: string;
      right: string;
    };
  };
}
