#!/usr/bin/env node
import { load } from './load-program.js';

await load('main');
