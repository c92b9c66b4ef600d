const NAMES = {
  csv: 'CSV',
  json: 'JSON',
  bibtex: 'BibTeX',
  csl: 'CSL-JSON',
} as const;

export type Format = keyof typeof NAMES;
export const isFormat = (text: string | null): text is Format =>
  text !== null && Object.hasOwn(NAMES, text);

/** What is shown, as files: the same address with a format. */
export const Downloads = ({
  of,
  formats,
}: {
  of: (format: Format) => string;
  formats: readonly Format[];
}) => (
  <p className="downloads" data-island="downloads">
    <span className="quiet">Take it with you</span>{' '}
    {formats.map((format) => (
      <a key={format} href={of(format)} download>
        {NAMES[format]}
      </a>
    ))}
  </p>
);
