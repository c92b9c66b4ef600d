import { type ReactNode, useState } from 'react';

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, children }: { text: () => string; children: ReactNode }) {
  const [said, setSaid] = useState<string | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => setSaid('Copied'),
      () => setSaid('The browser does not allow it'),
    );
  return (
    <button type="button" onClick={() => void copy()} onBlur={() => setSaid(null)}>
      <span aria-live="polite">{said ?? children}</span>
    </button>
  );
}
