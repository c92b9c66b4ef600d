import type {
  ExtractedEntity,
  ExtractedStatement,
  Extraction,
  SourceDocument,
} from '../../../model/extraction.ts';
import { entityId, unnamedEntityId } from '../../../model/ids.ts';
import type { RelationshipType } from '../../../model/relationships.ts';

/** Which entity of the graph an entity of a document is, with the reason. */
export interface Identity {
  readonly id: string;
  /** Why: for people who ask. */
  readonly because: string;
}

/** Codes of the countries that some entities are or belong to, each once, sorted. */
export function countriesOf(entities: readonly ExtractedEntity[]): string[] {
  const codes = entities
    .map(({ properties }) => properties.iso2 ?? properties.country)
    .filter((code) => code != null);
  return [...new Set(codes.map(String))].sort();
}

/** What one document says of its entities, and which of the graph they were found to be so far. */
export class Told {
  readonly source: SourceDocument;
  readonly ids = new Map<string, Identity>();
  private readonly statements: readonly ExtractedStatement[];
  private readonly byKey: ReadonlyMap<string, ExtractedEntity>;

  constructor(source: SourceDocument, { entities, statements }: Extraction) {
    this.source = source;
    this.statements = statements;
    this.byKey = new Map(entities.map((entity) => [entity.key, entity]));
  }

  /** Who stands at the given side of the relationships of a type that have this entity at the other. */
  ends(key: string, type: RelationshipType, side: 'subject' | 'object'): ExtractedEntity[] {
    return this.statements
      .filter(
        (one) =>
          one.type === type &&
          one.modality !== 'denied' &&
          (side === 'subject' ? one.object : one.subject) === key,
      )
      .flatMap(
        (one) => this.byKey.get((side === 'subject' ? one.subject : one.object) ?? '') ?? [],
      );
  }

  /** The surest value that is stated of a property; of equally sure ones the first. */
  value(key: string, property: string): string | null {
    const said = this.statements.filter((one) => one.subject === key && one.property === property);
    return (
      said.sort((a, b) => b.confidence - a.confidence || a.quote.start - b.quote.start)[0]?.value ??
      null
    );
  }

  /** Ids of those that have one already, each once, sorted. */
  idsOf(others: readonly ExtractedEntity[]): string[] {
    return [...new Set(others.map(({ key }) => this.ids.get(key)?.id ?? ''))]
      .filter(Boolean)
      .sort();
  }

  /** An id that no entity of another document has. */
  local(entity: ExtractedEntity, why: string): Identity {
    const { kind, name, unnamed } = entity;
    return {
      id: unnamed ? this.ownId(entity) : entityId(kind, name, this.source.id),
      because: `${why}; kept within its document`,
    };
  }

  /** What a document tells as two, such as two talks of the same people in a month, are two. */
  apart(entity: ExtractedEntity, identity: Identity): Identity {
    if (![...this.ids.values()].some(({ id }) => id === identity.id)) return identity;
    return {
      id: this.ownId(entity),
      because: 'its document tells two of them apart; kept within its document',
    };
  }

  private ownId({ kind, key, mentions }: ExtractedEntity): string {
    return unnamedEntityId(kind, [this.source.id, mentions[0]?.rawStart ?? 0, key]);
  }
}
