import type { LayoutInput } from './drawn.ts';
import { radial } from './radial.ts';

/** Computes layouts in a worker, so that the page stays responsive. */
self.onmessage = ({ data }: MessageEvent<LayoutInput>) => self.postMessage(radial(data));
