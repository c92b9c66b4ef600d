// `npm run build`, its last third: beside each text of the pages `NAME.br` and `NAME.gz`, so that the
// server need not make them.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { ROOT } from '../bin/load-program.js';

const TEXT = /\.(?:html|js|css|svg|json|map|txt|ttf)$/;
const SMALLEST = 1_024;
/** The best one takes half a minute for the editor, and saves four in a hundred more. */
const BROTLI_QUALITY = 9;

const folder = path.join(ROOT, 'dist');
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  const file = path.join(folder, name);
  if (!TEXT.test(name) || statSync(file).size < SMALLEST) continue;
  const bytes = readFileSync(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}
