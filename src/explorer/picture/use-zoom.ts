import { select } from 'd3-selection';
import { type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { type RefObject, useEffect, useState } from 'react';
import type { Drawn, Size } from './drawn.ts';

/** Width reserved for names, which lie outside the fitted area, in pixels. */
const NAME_ROOM = 205;
const MARGIN = { x: 160, y: 48 };
const LARGEST = 1.35;

/** The transform that shows everything, with room for names at the sides. */
function fitted(nodes: readonly Drawn[], { width, height }: Size): ZoomTransform {
  const xs = nodes.map(({ x }) => x);
  const ys = nodes.map(({ y }) => y);
  const [left, right] = [Math.min(...xs, 0), Math.max(...xs, 0)];
  const [top, bottom] = [Math.min(...ys, 0), Math.max(...ys, 0)];
  const beside = Math.max(MARGIN.x, Math.min(NAME_ROOM, width * 0.2));
  const scale = Math.min(
    LARGEST,
    Math.max(80, width - 2 * beside) / (right - left || 1),
    Math.max(80, height - 2 * MARGIN.y) / (bottom - top || 1),
  );
  return zoomIdentity
    .translate(width / 2 - (scale * (left + right)) / 2, height / 2 - (scale * (top + bottom)) / 2)
    .scale(scale);
}

/** Zooms and pans by wheel, touch and dragging; a new picture is shown whole. */
export function useZoom(
  svg: RefObject<SVGSVGElement | null>,
  nodes: readonly Drawn[],
  size: Size,
): ZoomTransform {
  const [view, setView] = useState(zoomIdentity);
  useEffect(() => {
    if (!svg.current) return;
    const behaviour = zoom<SVGSVGElement, unknown>()
      .scaleExtent([0.2, 5])
      .on('zoom', ({ transform }: { transform: ZoomTransform }) => setView(transform));
    const selection = select(svg.current);
    selection.call(behaviour).on('dblclick.zoom', null);
    selection.call(behaviour.transform, fitted(nodes, size));
    return () => void selection.on('.zoom', null);
  }, [svg, nodes, size]);
  return view;
}
