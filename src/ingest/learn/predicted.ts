import type { ExtractedEntity, Extraction } from '../../model/extraction.ts';

/** Properties that the document's own statements give an entity: the surest of each. */
function propertiesOf({ key, properties }: ExtractedEntity, { statements }: Extraction): object {
  const values: Record<string, unknown> = { ...properties };
  const sure = new Map<string, number>();
  for (const { type, subject, property, value, confidence, properties: beside } of statements) {
    if (type !== 'PROPERTY' || subject !== key || property === null) continue;
    if ((sure.get(property) ?? 0) >= confidence) continue;
    sure.set(property, confidence);
    values[property] =
      /^\d+(?:\.\d+)?$/.test(value ?? '') && !/On$/.test(property) ? Number(value) : value;
    Object.assign(values, beside);
  }
  return values;
}

/** One document's extraction as prediction lines: nodes, mentions, and asserted relationships, at offsets of the source. */
export function predictionLines(doc: string, extraction: Extraction): string[] {
  const node = (key: string) => `${doc}:${key}`;
  const lines: object[] = [];
  for (const entity of extraction.entities) {
    const { key, kind, name, aliases, mentions } = entity;
    lines.push({
      kind: 'node',
      id: node(key),
      type: kind,
      name,
      aliases,
      props: propertiesOf(entity, extraction),
    });
    for (const { rawStart: start, rawEnd: end } of mentions)
      lines.push({ kind: 'mention', doc, node: node(key), start, end });
  }
  const edges = new Map<
    string,
    { confidence: number; [key: string]: unknown; evidence: object[] }
  >();
  for (const {
    type,
    subject,
    object,
    properties,
    quote,
    confidence,
    modality,
  } of extraction.statements) {
    if (type === 'PROPERTY' || object === null || modality !== 'asserted') continue;
    const id = `${type} ${subject} ${object}`;
    const evidence = { doc, start: quote.rawStart, end: quote.rawEnd };
    const known = edges.get(id);
    if (known) {
      known.evidence.push(evidence);
      known.props = { ...properties, ...(known.props as object) };
    } else
      edges.set(id, {
        kind: 'rel',
        type,
        from: node(subject),
        to: node(object),
        props: properties,
        confidence,
        evidence: [evidence],
      });
  }
  return [...lines, ...edges.values()].map((line) => JSON.stringify(line));
}
