#!/usr/bin/env node
// The program is TypeScript that runs as it stands; this file only registers the loader.
import { register } from 'tsx/esm/api';

register();
await import('./main.ts');
