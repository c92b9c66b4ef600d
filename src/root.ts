import { existsSync } from 'node:fs';
import path from 'node:path';

function packageFolder(from: string): string {
  return existsSync(path.join(from, 'package.json')) ? from : packageFolder(path.dirname(from));
}

/** The package's own folder: what is shipped beside the code is found from here, built or not. */
export const ROOT = packageFolder(import.meta.dirname);
