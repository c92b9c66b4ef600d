// A thread is started with plain JavaScript; this file only registers the loader.
import { register } from 'tsx/esm/api';

register();
await import('./worker-main.ts');
