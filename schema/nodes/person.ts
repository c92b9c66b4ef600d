import { define } from '../fields/define.ts';

define('Person', 'A person named in a document.', (_t) => ({}));
