import { linesOf as broken, widthOf } from '../picture/measure.ts';

export { NAME_SIZE, WORDS_SIZE } from '../picture/labels.ts';
export { widthOf } from '../picture/measure.ts';

/** A name on at most two lines, each cut to the room that it has. */
export function linesOf(name: string, room: number): string[] {
  return broken(name).map((text) => {
    let kept = text;
    while (kept.length > 1 && widthOf(kept, 12, 550) > room) kept = kept.slice(0, -1);
    return kept === text ? text : `${kept.slice(0, -1).trimEnd()}…`;
  });
}
