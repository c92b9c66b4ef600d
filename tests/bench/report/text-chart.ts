export interface Bars {
  readonly title: string;
  /** Values by name; one that was not measured is left out. */
  readonly bars: readonly (readonly [name: string, value: number | undefined])[];
}

const WIDTH = 48;

/**
 * Bars of text, for a terminal.
 * @param longest value that fills the width; a longer bar ends in an arrow
 */
export function textChart(groups: readonly Bars[], longest: number, unit: string): string {
  const names = groups.flatMap(({ bars }) => bars.map(([name]) => name.length));
  const width = Math.max(0, ...names);
  return groups
    .map(({ title, bars }) => {
      const lines = bars.flatMap(([name, value]) => {
        if (value === undefined || Number.isNaN(value)) return [];
        const length = Math.round((Math.min(value, longest) / longest) * WIDTH);
        const bar = `${'█'.repeat(Math.max(1, length))}${value > longest ? '▶' : ''}`;
        return `  ${name.padEnd(width)} ${bar} ${value.toFixed(2)}${unit}`;
      });
      return [title, ...lines].join('\n');
    })
    .join('\n');
}
