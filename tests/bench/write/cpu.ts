import { readFileSync } from 'node:fs';

const TICK_MS = 10;

/** Milliseconds of CPU of another process since it was started. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
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
