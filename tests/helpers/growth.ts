/** CPU of this process that work takes, in milliseconds: the least of several runs. */
export async function cpuOf(work: () => Promise<unknown>, runs: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}

/** Times too short to be told apart from those of the machine. */
const NOISE_MS = 8;

/** How many times as much CPU twice as much took: 2 is linear, 4 quadratic. */
export const ratioOf = (once: number, twice: number): number =>
  (twice + NOISE_MS) / (once + NOISE_MS);
