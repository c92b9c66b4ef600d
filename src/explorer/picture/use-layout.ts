import { useEffect, useState } from 'react';
import type { Drawn, LayoutInput } from './drawn.ts';

/** Positions of a picture's entities; null until the worker answers. */
export function useLayout(input: LayoutInput | null): Drawn[] | null {
  const [drawn, setDrawn] = useState<Drawn[] | null>(null);
  useEffect(() => {
    if (!input) return;
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Drawn[]>) => {
      setDrawn(data);
      worker.terminate();
    };
    worker.postMessage(input);
    return () => worker.terminate();
  }, [input]);
  return drawn;
}
