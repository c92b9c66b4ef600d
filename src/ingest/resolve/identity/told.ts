import type {
  ExtractedEntity,
  ExtractedStatement,
  Extraction,
  SourceDocument,
} from '../../../model/extraction.ts';
import { entityId, unnamedEntityId } from '../../../model/ids.ts';
import type { RelationshipType } from '../../../model/relationships.ts';

/** The graph's entity for an entity of a document, with the reason. */
export interface Identity {
  readonly id: string;
  /** The reason, for people. */
  readonly because: string;
}

/** Distinct sorted codes of the countries that entities are or belong to. */
export function countriesOf(entities: readonly ExtractedEntity[]): string[] {
  const codes = entities
    .map(({ properties }) => properties.iso2 ?? properties.country)
    .filter((code) => code != null);
  return [...new Set(codes.map(String))].sort();
}

/** The statements of one document about its entities, and the identities found so far. */
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

  /** The other ends of this entity's relationships of a type; denied ones do not count. */
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

  /** The most confident value of a property; of equally confident ones the first. */
  value(key: string, property: string): string | null {
    const said = this.statements.filter((one) => one.subject === key && one.property === property);
    return (
      said.sort((a, b) => b.confidence - a.confidence || a.quote.start - b.quote.start)[0]?.value ??
      null
    );
  }

  /** Distinct sorted ids of those entities that have one already. */
  idsOf(others: readonly ExtractedEntity[]): string[] {
    return [...new Set(others.map(({ key }) => this.ids.get(key)?.id ?? ''))]
      .filter(Boolean)
      .sort();
  }

  /** An id that no other document uses. */
  local(entity: ExtractedEntity, why: string): Identity {
    const { kind, name, unnamed } = entity;
    return {
      id: unnamed ? this.ownId(entity) : entityId(kind, name, this.source.id),
      because: `${why}; kept within its document`,
    };
  }

  /** Two entities of one document, such as two talks in a month, keep different ids. */
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
