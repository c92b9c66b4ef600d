import { grouped } from '../../grouped.ts';
import type { ExtractedStatement, Extraction, SourceDocument } from '../../model/extraction.ts';
import { foldText, relationshipId, shortHash, statementId } from '../../model/ids.ts';
import { isEntityKind } from '../../model/kinds.ts';
import { mayJoin } from '../../model/relationship-ends.ts';
import { RELATIONSHIPS } from '../../model/relationships.ts';
import { describe } from '../resolve/description.ts';
import type { Identity } from '../resolve/identity/identity.ts';
import { titleKey } from '../resolve/names.ts';
import { basisOf } from './sale/basis.ts';

type Properties = Readonly<
  Record<string, string | number | readonly string[] | readonly number[] | null>
>;

export interface EntityRow {
  readonly id: string;
  readonly kind: string;
  readonly mention: Properties;
}

export interface StatementRow {
  readonly id: string;
  readonly subject: string;
  readonly object: string | null;
  readonly relationshipId: string | null;
  readonly properties: Properties;
}

const INTRINSIC = ['kind', 'country', 'iso2', 'designation'] as const;

/** The entities of a document; two with one id become one row. */
export function entityRows(
  extraction: Extraction,
  ids: ReadonlyMap<string, Identity>,
): EntityRow[] {
  const groups = grouped(extraction.entities, ({ key }) => ids.get(key)!.id);
  return [...groups].map(([id, entities]) => {
    const best = [...entities].sort(
      (a, b) =>
        Number(a.unnamed) - Number(b.unnamed) ||
        b.mentions.length - a.mentions.length ||
        b.name.length - a.name.length,
    )[0]!;
    const name = best.unnamed ? describe(best, extraction) : best.name;
    const spellings = new Set(entities.flatMap((entity) => [entity.name, ...entity.aliases]));
    spellings.delete(name);
    const mentions = entities
      .flatMap((entity) => entity.mentions)
      .sort((a, b) => a.start - b.start || a.end - b.end);
    const intrinsic = INTRINSIC.map((property) => [
      property,
      entities.map(({ properties }) => properties[property]).find((value) => value != null) ?? null,
    ]);
    return {
      id,
      kind: best.kind,
      mention: {
        name,
        aliases: [...spellings].sort(),
        count: mentions.length,
        spans: mentions.flatMap(({ start, end }) => [start, end]),
        rawSpans: mentions.flatMap(({ rawStart, rawEnd }) => [rawStart, rawEnd]),
        externalIds: [...new Set(entities.flatMap(({ externalIds }) => externalIds))].sort(),
        because: ids.get(best.key)!.because,
        ...Object.fromEntries(intrinsic),
      },
    };
  });
}

/** The quote without accents, for full-text search; null where it has none. */
const withoutAccents = (quote: string) =>
  /(?!\p{ASCII})\p{L}/u.test(quote) ? foldText(quote) : null;

function edgeOf(
  statement: ExtractedStatement,
  subject: string,
  object: string | null,
): string | null {
  const { type, properties } = statement;
  if (type === 'PROPERTY' || object === null) return null;
  const row = RELATIONSHIPS[type];
  const apart = 'parallelBy' in row ? titleKey(String(properties[row.parallelBy] ?? '')) : '';
  return relationshipId(type, subject, object, apart);
}

/** The page of an offset in the source, from 1; null without pages. */
function pageOf({ pages }: SourceDocument, rawStart: number): number | null {
  if (pages === undefined) return null;
  let page = 0;
  while (page < pages.length && pages[page]! <= rawStart) page++;
  return Math.max(1, page);
}

/** The statements of a document, with ids, without those that the vocabulary forbids. */
export function statementRows(
  source: SourceDocument,
  { entities, statements, extractor, text }: Extraction,
  ids: ReadonlyMap<string, Identity>,
  recordedAt: string,
): StatementRow[] {
  const kinds = new Map(entities.map(({ key, kind }) => [key, kind]));
  const bySubject = grouped(statements, (one) => one.subject);
  const rows = new Map<string, StatementRow>();
  for (const statement of statements) {
    const { type, quote, spans, confidence, modality, attribution, property, value, properties } =
      statement;
    const subject = ids.get(statement.subject)!.id;
    const object = statement.object === null ? null : ids.get(statement.object)!.id;
    if (subject === object) continue;
    const [from, to] = [kinds.get(statement.subject)!, kinds.get(statement.object ?? '')];
    if (type !== 'PROPERTY' && !(to && isEntityKind(to) && mayJoin(type, from, to))) continue;
    const edge = edgeOf(statement, subject, object);
    const id = statementId(
      source.id,
      property ?? type,
      spans.subject.start,
      spans.subject.end,
      spans.object?.start ?? -1,
      spans.object?.end ?? -1,
      shortHash(subject, object, value),
    );
    if (rows.has(id)) continue;
    rows.set(id, {
      id,
      subject,
      object,
      relationshipId: edge,
      properties: {
        ...properties,
        ...(property === 'value' && {
          basis: basisOf(text, statement, bySubject.get(statement.subject) ?? []),
        }),
        id,
        type,
        property,
        value,
        quote: text.slice(quote.start, quote.end),
        foldedQuote: withoutAccents(text.slice(quote.start, quote.end)),
        start: quote.start,
        end: quote.end,
        rawStart: quote.rawStart,
        rawEnd: quote.rawEnd,
        page: pageOf(source, quote.rawStart),
        confidence,
        modality,
        attribution,
        extractor,
        publishedOn: source.publishedOn,
        recordedAt,
        relationshipId: edge,
      },
    });
  }
  return [...rows.values()];
}
