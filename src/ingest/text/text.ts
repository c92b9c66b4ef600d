// Plain values of a text: spans, blocks, tokens, sentences.
/** Half-open range in UTF-16 units of the clean text. */
export type Span = { start: number; end: number };
export type BlockKind = 'title' | 'heading' | 'body' | 'list' | 'furniture';
export type Block = Span & { kind: BlockKind };
export type Token = Span & { text: string; lower: string; lemma: string; pos: string };
export type Sentence = Span & { index: number; block: number; tokens: Token[] };
export type Text = {
  raw: string;
  clean: string;
  /** The clean text with words that are too long made unmatchable. */
  searchable: string;
  blocks: Block[];
  sentences: Sentence[];
  rawSpan(span: Span): Span;
  /** Warnings about what was left out because of its cost. */
  cut: Set<string>;
};
export const overlap = (a: Span, b: Span) =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
export const inside = (a: Span, b: Span) => b.start <= a.start && a.end <= b.end;
/** How many of the ascending spans begin before an offset. */
export function before(spans: readonly { readonly start: number }[], place: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
/**
 * The clean text with line breaks between blocks, as many as there were spaces, so that offsets
 * stay valid.
 */
export function paragraphed({ clean, blocks }: Pick<Text, 'clean' | 'blocks'>): string {
  const parts: string[] = [];
  let at = 0;
  for (const { end } of blocks.slice(0, -1)) {
    let next = end;
    while (clean[next] === ' ') next++;
    parts.push(clean.slice(at, end), '\n'.repeat(next - end));
    at = next;
  }
  return parts.join('') + clean.slice(at);
}
/** The first sentence that overlaps a span; sentences are in ascending order. */
export function sentenceAt({ sentences }: Text, span: Span): Sentence | undefined {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low];
  return found && overlap(found, span) > 0 ? found : undefined;
}
export const squash = (text: string) => text.replace(/\s+/g, ' ').trim();
