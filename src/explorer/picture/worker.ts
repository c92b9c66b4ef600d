import type { LayoutInput } from './drawn.ts';
import { radial } from './radial.ts';

/** Lays pictures out beside the page, which goes on answering. */
self.onmessage = ({ data }: MessageEvent<LayoutInput>) => self.postMessage(radial(data));
