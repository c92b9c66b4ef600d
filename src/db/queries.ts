// Made from the headers of cypher/read and cypher/write by `npm run generate`. Do not edit.

export interface ReadQueries {
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
      entities: number;
      statements: number;
      others: unknown;
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
  namingsOfDocuments: {
    params: {
      ids: readonly string[];
    };
    row: {
      entity: string;
      naming: unknown;
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
  moveStories: {
    params: {
      moves: readonly { readonly from: string; readonly to: string }[];
    };
    row: {
      moved: number;
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
  removeEntities: {
    params: {
      ids: readonly string[];
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
      id: string;
    };
  };
  withdrawDocuments: {
    params: {
      ids: readonly string[];
    };
    row: {
      withdrawn: number;
    };
  };
}
