import type { IdentityQuality } from '../identity.ts';

const cell = (value: string | number, width: number) => String(value).padStart(width);

/** The measures as tables for people; held-out pairs are counted but never named. */
export function identityText({ quality, calibration, mistakes }: IdentityQuality): string {
  const rows = quality.map(
    ({ kind, setAside, pairs, precision, recall, f1, wrongMerges }) =>
      `${kind.padEnd(14)}${(setAside ? 'set aside' : 'tuned on').padEnd(11)}${cell(pairs, 6)}${[precision, recall, f1].map((share) => cell(share.toFixed(3), 11)).join('')}${cell(wrongMerges, 14)}`,
  );
  const bins = calibration
    .filter(({ pairs }) => pairs > 0)
    .map(
      ({ promised, pairs, same }) =>
        `${promised.toFixed(2).padEnd(14)}${cell(pairs, 6)}${cell((same / pairs).toFixed(3), 11)}`,
    );
  return [
    `${'kind'.padEnd(14)}${'pairs'.padEnd(11)}${cell('', 6)}${cell('precision', 11)}${cell('recall', 11)}${cell('F1', 11)}${cell('wrong merges', 14)}`,
    ...rows,
    '',
    `${'chance'.padEnd(14)}${cell('pairs', 6)}${cell('are one', 11)}`,
    ...bins,
    ...(mistakes.length > 0 ? ['', ...mistakes] : []),
    '',
  ].join('\n');
}
