import type { ReactNode } from 'react';

/** A table that scrolls sideways, also by keyboard, when it is wider than the page. */
export function Table({
  label,
  className,
  columns,
  children,
}: {
  label: string;
  className: string;
  columns: readonly string[];
  /** Its rows. */
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={className} aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
