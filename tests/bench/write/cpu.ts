import { readFileSync } from 'node:fs';

const TICK_MS = 10;

/** Times of a process, in ticks: its own, and of its children that have ended. */
function ticksOf(pid: number | 'self'): { readonly own: number; readonly children: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ').map(Number);
  return { own: fields[11]! + fields[12]!, children: fields[13]! + fields[14]! };
}

/** Milliseconds of CPU of another process since it was started. */
export const cpuOf = (pid: number): number => ticksOf(pid).own * TICK_MS;

/** Milliseconds of CPU of this process and of all that it has started and that have ended. */
export function cpuOfAll(): number {
  const { own, children } = ticksOf('self');
  return (own + children) * TICK_MS;
}

export interface Cpu {
  readonly node: number;
  readonly java: number;
}

export const sumOf = ({ node, java }: Cpu): number => node + java;

/** CPU for each of some pieces of work, of this process and of Neo4j. */
export async function cpuFor(
  pid: number,
  pieces: number,
  work: () => Promise<unknown>,
): Promise<Cpu> {
  const [java, node] = [cpuOf(pid), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(node);
  return { node: (user + system) / 1_000 / pieces, java: (cpuOf(pid) - java) / pieces };
}
