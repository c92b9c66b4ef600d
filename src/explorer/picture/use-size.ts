import { type RefObject, useEffect, useState } from 'react';
import type { Size } from './drawn.ts';

/**
 * The size of a rendered element in CSS pixels; null before it is rendered.
 * @param settled whether what shares the room with it is rendered too
 */
export function useSize(element: RefObject<HTMLElement | null>, settled = true): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    if (!element.current || !settled) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      if (width > 0 && height > 0)
        setSize({ width: Math.round(width), height: Math.round(height) });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, settled]);
  return size;
}
