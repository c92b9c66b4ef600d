// A thread is started with plain JavaScript.
import { load } from '../../../bin/load-program.js';

await load('worker');
