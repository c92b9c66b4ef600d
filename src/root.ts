import { existsSync } from 'node:fs';
import path from 'node:path';

function packageFolder(from: string): string {
  return existsSync(path.join(from, 'package.json')) ? from : packageFolder(path.dirname(from));
}

/** The package's own folder, where shipped files are found, whether built or not. */
export const ROOT = packageFolder(import.meta.dirname);
