import { beginning, type Context, countKinds, over } from './context.ts';
import type { Entity, Mention, Token } from './terms.ts';
import { DENIED, PLANNED } from './words.ts';

/** One sentence, or two in their order: what all pairs of mentions in them have in common. */
export interface Scene {
  readonly tokens: readonly Token[];
  /** For each token its lemma, or the kind of the mention that holds it. */
  readonly labels: readonly string[];
  /** For each token the number of its label; tokens of one mention share theirs. */
  readonly units: readonly number[];
  readonly mentions: readonly (readonly [Mention, Entity])[];
  /** How many entities of each kind are present. */
  readonly counts: ReadonlyMap<string, number>;
  /** Where the first mention begins. */
  readonly first: number;
  readonly planned: boolean;
  readonly denied: boolean;
}

function readScene({ text, bySentence, holders }: Context, number: number): Scene {
  const { tokens } = text.sentences[number]!;
  const held = holders[number]!;
  const mentions = [...bySentence[number]!];
  const units: number[] = [];
  for (const [at, holder] of held.entries())
    units.push(at === 0 ? 0 : units[at - 1]! + (holder && holder === held[at - 1] ? 0 : 1));
  return {
    tokens,
    labels: tokens.map(({ lemma }, at) => (held[at] ? `<${held[at].kind}>` : lemma)),
    units,
    mentions,
    counts: countKinds(new Set(mentions.map(([, entity]) => entity))),
    first: Math.min(...mentions.map(([{ start }]) => start)),
    planned: tokens.some(({ lower }) => PLANNED.has(lower)),
    denied: tokens.some(({ lower }) => DENIED.has(lower)),
  };
}

function joined(left: Scene, right: Scene): Scene {
  const mentions = [...left.mentions, ...right.mentions];
  const units = (left.units.at(-1) ?? 0) + 1;
  return {
    tokens: left.tokens.concat(right.tokens),
    labels: left.labels.concat(right.labels),
    units: left.units.concat(right.units.map((unit) => unit + units)),
    mentions,
    counts: countKinds(new Set(mentions.map(([, entity]) => entity))),
    first: Math.min(left.first, right.first),
    planned: left.planned || right.planned,
    denied: left.denied || right.denied,
  };
}

/** Scenes of one document, each read once. */
export function scenesOf(context: Context): (first: number, last: number) => Scene {
  const known = new Map<number, Scene>();
  const sceneOf = (first: number, last: number): Scene => {
    const key = first * context.text.sentences.length + last;
    const scene =
      known.get(key) ??
      (first === last
        ? readScene(context, first)
        : joined(sceneOf(first, first), sceneOf(last, last)));
    known.set(key, scene);
    return scene;
  };
  return sceneOf;
}

/** Numbers of the tokens that lie within a stretch: from the first up to the second. */
export function within({ tokens }: Scene, start: number, end: number): [number, number] {
  const from = beginning(tokens, start);
  return [from, Math.max(from, over(tokens, end))];
}

/** Tokens of a stretch with every mention replaced by its kind: "Country sign Agreement". */
export function masked({ labels, units }: Scene, from: number, to: number): string[] {
  const out: string[] = [];
  for (let at = from; at < to; at++)
    if (at === from || units[at] !== units[at - 1]) out.push(labels[at]!);
  return out;
}

/** The same, only so many labels at the end. */
export function maskedLast(scene: Scene, from: number, to: number, most: number): string[] {
  let start = to;
  while (start > from && scene.units[to - 1]! - scene.units[start - 1]! < most) start--;
  return masked(scene, start, to);
}

/** The same, only so many labels at the beginning. */
export function maskedFirst(scene: Scene, from: number, to: number, most: number): string[] {
  let end = from;
  while (end < to && scene.units[end]! - scene.units[from]! < most) end++;
  return masked(scene, from, end);
}
