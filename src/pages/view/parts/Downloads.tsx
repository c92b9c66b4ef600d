import type { Format } from '../../files.ts';

const NAMES = {
  csv: 'CSV',
  json: 'JSON',
  bibtex: 'BibTeX',
  csl: 'CSL-JSON',
} as const satisfies Record<Format, string>;

/** What is shown, as files: the same address with a format. */
export const Downloads = ({
  of,
  formats,
  what = 'it',
  cypher,
}: {
  of: (format: Format) => string;
  formats: readonly Format[];
  /** In words, where a file has more than the page. */
  what?: string;
  /** What is shown as Cypher, where the page has no picture that offers it. */
  cypher?: string;
}) => (
  <p className="downloads" data-island="downloads" data-cypher={cypher}>
    <span className="quiet">Take {what} with you</span>{' '}
    {formats.map((format) => (
      <a key={format} href={of(format)} download>
        {NAMES[format]}
      </a>
    ))}
  </p>
);
