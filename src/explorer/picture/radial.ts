import { forceCollide, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force';
import { KIND_NAMES } from '../../pages/words.ts';
import type { Drawn, LayoutInput } from './drawn.ts';

/** Most second-ring entities behind one neighbour; more would be unreadable. */
const BEHIND_ONE = 5;
const TURN = 2 * Math.PI;
const NEAR = { x: 0.25, y: 0.29 };
const FAR = { x: 0.4, y: 0.45 };
const TICKS = 120;

type Given = LayoutInput['nodes'][number];
interface Placed extends SimulationNodeDatum {
  readonly node: Given;
  readonly ring: 0 | 1 | 2;
  readonly r: number;
  readonly homeX: number;
  readonly homeY: number;
}

function neighboursOf({ links }: LayoutInput): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  const add = (from: string, to: string) => all.set(from, (all.get(from) ?? new Set()).add(to));
  for (const { source, target } of links) {
    add(source, target);
    add(target, source);
  }
  return all;
}

/** Orders a ring so that entities with most shared neighbours are adjacent and few lines cross. */
function inOrder(ring: readonly Given[], near: Map<string, Set<string>>, focus: string): Given[] {
  const rest = [...ring].sort(
    (a, b) => KIND_NAMES.indexOf(a.kind) - KIND_NAMES.indexOf(b.kind) || a.id.localeCompare(b.id),
  );
  const order = rest.splice(0, 1);
  const likeness = (a: Given, b: Given) => {
    const [mine, theirs] = [near.get(a.id) ?? new Set(), near.get(b.id) ?? new Set()];
    const shared = [...mine].filter((id) => id !== focus && theirs.has(id)).length;
    return shared * 3 + (mine.has(b.id) ? 3 : 0) + (a.kind === b.kind ? 1 : 0);
  };
  while (rest.length > 0) {
    const last = order.at(-1)!;
    const scores = rest.map((node) => likeness(last, node));
    order.push(...rest.splice(scores.indexOf(Math.max(...scores)), 1));
  }
  return order;
}

/** The first ring in order, each entity with those of the second ring behind it. */
function rings(input: LayoutInput): Map<Given, Given[]> {
  const near = neighboursOf(input);
  const others = input.nodes.filter(({ id }) => id !== input.focus);
  const first = others.filter(({ id }) => near.get(input.focus)?.has(id));
  const behind = new Map(inOrder(first, near, input.focus).map((node) => [node, [] as Given[]]));
  for (const node of others.filter((one) => !first.includes(one)))
    [...behind]
      .find(
        ([parent, those]) => near.get(node.id)?.has(parent.id) && those.length < BEHIND_ONE,
      )?.[1]
      .push(node);
  return behind;
}

function place({ size, focus, nodes }: LayoutInput, behind: Map<Given, Given[]>): Placed[] {
  const [width, height] = [Math.max(size.width, 500), Math.max(size.height, 400)];
  const at = (node: Given, ring: 1 | 2, angle: number): Placed => {
    const share = ring === 1 ? NEAR : FAR;
    // A crowded ring becomes two: every second entity is placed farther out.
    const out = ring === 1 && behind.size > 14 && crowd++ % 2 ? 1.5 : 1;
    const homeX = width * share.x * out * Math.cos(angle);
    const homeY = height * share.y * out * Math.sin(angle);
    return { node, ring, r: ring === 1 ? 9 : 7.5, homeX, homeY, x: homeX, y: homeY };
  };
  let crowd = 0;
  const weight = (those: readonly Given[]) => 1.5 + those.length * 0.75;
  const total = [...behind.values()].reduce((sum, those) => sum + weight(those), 0);
  const middle = nodes.find(({ id }) => id === focus);
  const placed: Placed[] = middle
    ? [{ node: middle, ring: 0, r: 12, homeX: 0, homeY: 0, x: 0, y: 0, fx: 0, fy: 0 }]
    : [];
  let angle = -Math.PI * 0.75;
  for (const [node, those] of behind) {
    const span = (weight(those) / total) * TURN;
    placed.push(at(node, 1, angle + span / 2));
    those.forEach((one, i) => placed.push(at(one, 2, angle + (span * (i + 0.5)) / those.length)));
    angle += span;
  }
  return placed;
}

/**
 * Lays out a picture reproducibly: the focus in the centre, its neighbours around it, and behind
 * each those it leads to. Entities without room behind a neighbour are left out.
 */
export function radial(input: LayoutInput): Drawn[] {
  const placed = place(input, rings(input));
  forceSimulation(placed)
    .force('x', forceX<Placed>(({ homeX }) => homeX).strength(0.35))
    .force('y', forceY<Placed>(({ homeY }) => homeY).strength(0.35))
    .force('apart', forceCollide<Placed>(({ ring, r }) => (ring === 0 ? 60 : r + 11)).iterations(3))
    .stop()
    .tick(TICKS);
  const whole = (value = 0) => Math.round(value * 100) / 100;
  return placed.map(({ node, ring, r, x, y }) => ({ ...node, ring, r, x: whole(x), y: whole(y) }));
}
