/** CPU of this process that work takes, in milliseconds. */
export async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Times too short to be told apart from those of the machine. */
const NOISE_MS = 8;
const ROUNDS = 5;

/**
 * How many times as much CPU twice as much takes: 2 is linear, 4 quadratic. The least of each is
 * taken over as many rounds as it needs to come below a bound: a busy machine only ever adds.
 */
export async function growthOf(
  work: (times: number) => Promise<unknown>,
  bound: number,
): Promise<number> {
  let [once, twice] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let ratio = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS && ratio >= bound; round++) {
    once = Math.min(once, await cpuOf(() => work(1)));
    twice = Math.min(twice, await cpuOf(() => work(2)));
    ratio = (twice + NOISE_MS) / (once + NOISE_MS);
  }
  return ratio;
}
