import { type Fingerprint, fingerprintOf, sameStory } from '../../ingest/resolve/reprints.ts';

/** Groups texts into stories: for each text, the index of the first text of its story. */
export function storiesOf(texts: readonly string[]): number[] {
  const prints = texts.map(fingerprintOf);
  const story = texts.map((_, at) => at);
  const alike = (a: Fingerprint, b: Fingerprint) =>
    a.bands.some((band, i) => band === b.bands[i]) && sameStory(a.signature, b.signature);
  for (let at = 0; at < texts.length; at++)
    for (let before = 0; before < at; before++) {
      const [a, b] = [prints[at], prints[before]];
      if (!a || !b || story[at] === story[before] || !alike(a, b)) continue;
      const [first, later] = [story[at]!, story[before]!].sort((x, y) => x - y);
      for (const [i, one] of story.entries()) if (one === later) story[i] = first!;
    }
  return story;
}
