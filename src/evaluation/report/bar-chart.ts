// Horizontal bars as SVG, in colours for light and dark pages.
interface Group {
  readonly title: string;
  /** In the order of the names; undefined leaves a gap. */
  readonly bars: readonly (number | undefined)[];
}

interface BarChart {
  readonly title: string;
  readonly names: readonly string[];
  readonly groups: readonly Group[];
  /** Longer bars are cut here and show their length. */
  readonly longest: number;
  /** Unit behind each value, such as `×`. */
  readonly unit: string;
  /** Value of the dashed line. */
  readonly line: number;
}

const WIDTH = 860;
const LABELS = 330;
const BAR = 12;
const GAP = 14;
const TOP = 64;
const COLOURS = ['#2f7d5b', '#b0752a'];

const escaped = (text: string) =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] as string);

export function barChart({ title, names, groups, longest, unit, line }: BarChart): string {
  const height = TOP + groups.length * (names.length * BAR + GAP) + 10;
  const scale = (WIDTH - LABELS - 70) / longest;
  const parts = names.map((name, i) => {
    const x = LABELS + i * 190;
    return `<rect x="${x}" y="34" width="12" height="12" fill="${COLOURS[i]}"/><text x="${x + 18}" y="44">${escaped(name)}</text>`;
  });
  for (const [at, { title: label, bars }] of groups.entries()) {
    const y = TOP + at * (names.length * BAR + GAP);
    parts.push(
      `<text x="${LABELS - 10}" y="${y + (names.length * BAR) / 2 + 4}" text-anchor="end">${escaped(label)}</text>`,
    );
    for (const [i, value] of bars.entries()) {
      if (value === undefined) continue;
      const length = Math.min(value, longest) * scale;
      parts.push(
        `<rect x="${LABELS}" y="${y + i * BAR}" width="${length.toFixed(1)}" height="${BAR - 2}" fill="${COLOURS[i]}"/>`,
        `<text x="${(LABELS + length + 6).toFixed(1)}" y="${y + i * BAR + 9}" font-size="10">${value.toFixed(value >= 10 ? 0 : 2)}${unit}</text>`,
      );
    }
  }
  const x = LABELS + line * scale;
  parts.push(
    `<line x1="${x}" x2="${x}" y1="${TOP - 6}" y2="${height - 8}" stroke="#808080" stroke-dasharray="3 3"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12" fill="#808080" role="img" aria-label="${escaped(title)}">
<text x="10" y="20" font-size="14" font-weight="bold">${escaped(title)}</text>
${parts.join('\n')}
</svg>
`;
}
