// A thread is started with plain JavaScript.
import { load } from '../../cli/load.js';

await load('worker');
