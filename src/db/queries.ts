// Made from the headers of cypher/read and cypher/write by `npm run generate`. Do not edit.

export interface ReadQueries {
  countDocuments: {
    params: Record<string, never>;
    row: {
      documents: number;
      unfinished: boolean;
    };
  };
  documentState: {
    params: {
      id: string;
      source: string;
    };
    row: {
      known: string | null;
      others: readonly string[];
    };
  };
  evidenceOfEntities: {
    params: {
      ids: readonly string[];
    };
    row: {
      id: string;
      kind: string;
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
  exportDocuments: {
    params: {
      after: string;
      limit: number;
    };
    row: {
      id: string;
      source: string;
    };
  };
  exportEntities: {
    params: {
      after: string;
      limit: number;
    };
    row: {
      id: string;
      kind: string;
      name: string;
      aliases: readonly string[];
      properties: unknown;
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
  exportRelationships: {
    params: {
      entities: readonly string[];
      modalities: readonly string[];
    };
    row: {
      type: string;
      source: string;
      target: string;
      confidence: number;
      modality: string;
      properties: unknown;
      evidence: unknown;
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
  storyCandidates: {
    params: {
      id: string;
      bands: readonly string[];
    };
    row: {
      id: string;
      story: string;
      signature: unknown;
    };
  };
}

export interface WriteQueries {
  mergeDocument: {
    params: {
      id: string;
      properties: Readonly<
        Record<string, string | number | boolean | readonly string[] | readonly number[] | null>
      >;
      supersedes: readonly string[];
    };
    row: {
      id: string;
    };
  };
  mergeEntities: {
    params: {
      document: string;
      entities: readonly {
        readonly id: string;
        readonly kind: string;
        readonly mention: Readonly<
          Record<string, string | number | boolean | readonly string[] | readonly number[] | null>
        >;
      }[];
    };
    row: {
      written: number;
    };
  };
  mergeStatements: {
    params: {
      document: string;
      statements: readonly {
        readonly id: string;
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
  removeRelationships: {
    params: {
      entities: readonly string[];
      ids: readonly string[];
    };
    row: {
      removed: number;
    };
  };
  setStory: {
    params: {
      stories: readonly string[];
      story: string;
    };
    row: {
      relationships: unknown;
    };
  };
  summariseEntities: {
    params: {
      entities: readonly {
        readonly id: string;
        readonly properties: Readonly<
          Record<string, string | number | boolean | readonly string[] | readonly number[] | null>
        >;
      }[];
    };
    row: {
      written: number;
    };
  };
  summariseRelationships: {
    params: {
      edges: readonly {
        readonly id: string;
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
  withdrawDocuments: {
    params: {
      ids: readonly string[];
    };
    row: {
      relationships: unknown;
      entities: unknown;
    };
  };
}
