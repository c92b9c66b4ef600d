import { cpus, release, totalmem } from 'node:os';

/** What a figure was measured on. */
export function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} cores (${cpu?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release().split('-')[0]}, Node ${process.versions.node}`;
}
