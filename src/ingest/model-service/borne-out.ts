import type {
  ExtractedEntity,
  ExtractedStatement,
  Extraction,
  SourceSpan,
} from '../../model/extraction.ts';
import { RELATIONSHIPS } from '../../model/relationships.ts';
import { COUNTRY_BY_FORM } from '../lexicon/countries.ts';
import { repair } from '../text/repair.ts';
import type { Span } from '../text/text.ts';
import type { Answer } from './answer.ts';
import { placeOf, placesOf } from './locate.ts';

type Claimed = Answer['entities'][number];
type Toward = (span: Span) => SourceSpan;

/** Most mentions of one entity that are kept. */
const MENTIONS_MAX = 200;
/** Kinds that may be described only; the others must be named in the text. */
const MAY_BE_UNNAMED: ReadonlySet<string> = new Set(['Event', 'ArmsSale', 'Agreement']);

/** Properties that identify an entity besides its name; null for an unknown country. */
function propertiesOf({ kind, name, mentions }: Claimed): Record<string, string> | null {
  if (kind === 'Organisation') return { kind: 'other' };
  if (kind !== 'Country') return {};
  const country = [name, ...mentions].map((form) => COUNTRY_BY_FORM.get(form)).find(Boolean);
  return country ? { iso2: country.iso2 } : null;
}

function entityOf(text: string, claimed: Claimed, toward: Toward): ExtractedEntity | null {
  const { id, kind, name } = claimed;
  const properties = propertiesOf(claimed);
  const spans = [...new Set([name, ...claimed.mentions])]
    .flatMap((form) => [...placesOf(text, form)])
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start }, at, all) => at === 0 || start >= all[at - 1]!.end)
    .slice(0, MENTIONS_MAX);
  if (properties === null || spans.length === 0) return null;
  const named = placeOf(text, name) !== undefined;
  const forms = [
    ...new Set(spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '))),
  ];
  const own = named || MAY_BE_UNNAMED.has(kind) ? name : forms[0]!;
  return {
    key: id,
    kind,
    name: kind === 'Country' ? (COUNTRY_BY_FORM.get(forms[0]!)?.name ?? own) : own,
    unnamed: !named && MAY_BE_UNNAMED.has(kind),
    aliases: forms.filter((form) => form !== own),
    externalIds: [],
    lexiconId: null,
    properties,
    mentions: spans.map(toward),
  };
}

/** @returns null where the quote is not in the text, or lacks one of its ends */
function statementOf(
  text: string,
  claimed: Answer['relationships'][number],
  entities: ReadonlyMap<string, ExtractedEntity>,
  toward: Toward,
): ExtractedStatement | null {
  const { type, modality } = claimed;
  const [subject, object] = [entities.get(claimed.subject), entities.get(claimed.object)];
  const quote = placeOf(text, claimed.quote);
  if (!subject || !object || subject === object || !quote) return null;
  const { from, to } = RELATIONSHIPS[type];
  const allowed =
    (from as readonly string[]).includes(subject.kind) &&
    (to as readonly string[]).includes(object.kind);
  const [left, right] = [claimed.subjectMention, claimed.objectMention].map((words) =>
    placeOf(text, words, quote),
  );
  if (!allowed || !left || !right) return null;
  return {
    type,
    subject: subject.key,
    object: object.key,
    property: null,
    value: null,
    properties: {},
    quote: toward(quote),
    spans: { subject: left, object: right },
    confidence: Math.min(1, Math.max(0, claimed.confidence)),
    modality,
    attribution: null,
  };
}

/**
 * Keeps the claims that the text confirms: entities that it names, and relationships whose quote it
 * contains, with both ends in the quote. The others are left out and counted in a warning.
 * @param base the same document as read by the rules; its text, title and language are kept
 */
export function borneOut(base: Extraction, raw: string, answer: Answer): Extraction {
  const { text } = base;
  const { rawIndex } = repair(raw);
  const toward: Toward = ({ start, end }) => ({
    start,
    end,
    rawStart: rawIndex(start),
    rawEnd: rawIndex(end - 1) + 1,
  });
  const entities = new Map(
    answer.entities.flatMap((claimed) => {
      const entity = entityOf(text, claimed, toward);
      return entity ? [[claimed.id, entity] as const] : [];
    }),
  );
  const statements = answer.relationships.flatMap(
    (claimed) => statementOf(text, claimed, entities, toward) ?? [],
  );
  const left = {
    entities: answer.entities.length - entities.size,
    facts: answer.relationships.length - statements.length,
  };
  const warnings = Object.entries(left).flatMap(([what, count]) =>
    count > 0
      ? [`${count} ${what} of the model service are not in the text and were left out`]
      : [],
  );
  return {
    ...base,
    entities: [...entities.values()],
    statements,
    doubtful: 0,
    warnings: [...base.warnings, ...warnings],
  };
}
