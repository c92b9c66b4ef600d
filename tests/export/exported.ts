import type { Database } from '../../src/db/database.ts';
import { exportJsonLines } from '../../src/export/json-lines.ts';

/** The whole graph, of all modalities, as lines: equal graphs give equal texts. */
export async function exported(database: Database): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportJsonLines(database, { allModalities: true })) lines.push(line);
  return lines.join('\n');
}
