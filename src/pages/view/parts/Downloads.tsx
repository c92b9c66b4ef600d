import type { Format } from '../../files.ts';

const NAMES = {
  csv: 'CSV',
  json: 'JSON',
  bibtex: 'BibTeX',
  csl: 'CSL-JSON',
} as const satisfies Record<Format, string>;

/** Links to the page's content as files: its address with a format. */
export const Downloads = ({
  of,
  formats,
  what = 'it',
  cypher,
}: {
  of: (format: Format) => string;
  formats: readonly Format[];
  /** What a file contains, if more than the page. */
  what?: string;
  /** Cypher of the page, if no picture offers it. */
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
