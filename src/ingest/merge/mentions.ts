/** Properties of the relationship from a document to an entity it names. */
export type Naming = Readonly<Record<string, unknown>>;

/** The naming of one local entity, of which a joined naming is made. */
export interface Part {
  readonly local: string;
  readonly naming: Naming;
}

const INTRINSIC = ['kind', 'country', 'iso2', 'designation'] as const;
const texts = (value: unknown) => (value as readonly string[] | undefined) ?? [];
const numbers = (value: unknown) => (value as readonly number[] | undefined) ?? [];
const countOf = ({ naming }: Part) => Number(naming.count ?? 0);
const wordsOf = ({ naming }: Part) => String(naming.name ?? '').split(' ').length;

/** The parts of a naming: itself, where it was never joined with others. */
export function partsOf(entity: string, naming: Naming): Part[] {
  const parts = texts(naming.parts);
  return parts.length === 0
    ? [{ local: entity, naming }]
    : parts.map((text) => JSON.parse(text) as Part);
}

/** Spans in the text and in the source, in order of the text. */
function placesOf(parts: readonly Part[]): { spans: number[]; rawSpans: number[] } {
  const places = parts.flatMap(({ naming }) => {
    const [spans, raw] = [numbers(naming.spans), numbers(naming.rawSpans)];
    return Array.from({ length: spans.length / 2 }, (_, at) => ({
      span: spans.slice(2 * at, 2 * at + 2),
      raw: raw.slice(2 * at, 2 * at + 2),
    }));
  });
  places.sort((a, b) => a.span[0]! - b.span[0]! || a.span[1]! - b.span[1]!);
  return {
    spans: places.flatMap(({ span }) => span),
    rawSpans: places.flatMap(({ raw }) => raw),
  };
}

/**
 * Joins a document's namings of local entities that became one entity. The parts are kept with it,
 * so that it can be split again without loss.
 */
export function joinedNaming(entity: string, given: readonly Part[]): Naming {
  const parts = [...given].sort((a, b) => (a.local < b.local ? -1 : 1));
  const [only] = parts;
  if (parts.length === 1 && only!.local === entity) return only!.naming;
  const [best] = [...parts].sort(
    (a, b) =>
      Number(wordsOf(b) > 1) - Number(wordsOf(a) > 1) ||
      countOf(b) - countOf(a) ||
      wordsOf(b) - wordsOf(a) ||
      (a.local < b.local ? -1 : 1),
  );
  const spellings = new Set(
    parts.flatMap(({ naming }) => [String(naming.name), ...texts(naming.aliases)]),
  );
  spellings.delete(String(best!.naming.name));
  const aliases = [...spellings].sort();
  const externalIds = [...new Set(parts.flatMap(({ naming }) => texts(naming.externalIds)))].sort();
  const intrinsic = INTRINSIC.flatMap((property) => {
    const value = [best!, ...parts]
      .map(({ naming }) => naming[property])
      .find((one) => one != null);
    return value == null ? [] : [[property, value]];
  });
  return {
    name: best!.naming.name,
    because: best!.naming.because,
    count: parts.reduce((sum, part) => sum + countOf(part), 0),
    ...placesOf(parts),
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(externalIds.length > 0 ? { externalIds } : {}),
    ...Object.fromEntries(intrinsic),
    parts: parts.map((part) => JSON.stringify(part)),
  };
}
