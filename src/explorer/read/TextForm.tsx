import { type DragEvent, type FormEvent, useState } from 'react';

/** A text, or a PDF as base64, with what is known of it. */
export interface Given {
  readonly text: string | null;
  readonly pdf: string | null;
  readonly title: string | null;
  readonly publishedOn: string | null;
}

const TEXT_MAX = 50_000;
/** In base64 it is a third longer; a request has 100 kB. */
const PDF_MAX = 66_000;

interface Dropped {
  readonly name: string;
  readonly pdf: string;
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

const isPdf = ({ type, name }: File) => type === 'application/pdf' || /\.pdf$/i.test(name);

/** Takes a text that is typed, pasted or dropped, or a PDF. */
export function TextForm({ busy, onRead }: { busy: boolean; onRead: (given: Given) => void }) {
  const [text, setText] = useState('');
  const [dropped, setDropped] = useState<Dropped | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function take(file: File | undefined) {
    if (!file) return;
    setProblem(null);
    if (isPdf(file)) {
      if (file.size > PDF_MAX)
        return setProblem(
          `${file.name} is larger than ${PDF_MAX / 1_000} kB. Copy its text, or read it with entente ingest --dry-run.`,
        );
      setDropped({ name: file.name, pdf: await base64Of(file) });
    } else {
      setDropped(null);
      setText((await file.text()).slice(0, TEXT_MAX));
    }
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = (name: string) => String(form.get(name) ?? '').trim() || null;
    onRead({
      text: dropped ? null : text,
      pdf: dropped?.pdf ?? null,
      title: said('title'),
      publishedOn: said('publishedOn'),
    });
  };
  return (
    <form
      className="read-form"
      onSubmit={onSubmit}
      onDragOver={(e) => e.preventDefault()}
      onDrop={onDrop}
    >
      <label>
        Text
        <textarea
          rows={10}
          maxLength={TEXT_MAX}
          value={text}
          disabled={dropped !== null}
          placeholder="On 31 October 2025 the ministers signed …"
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <div className="filters">
        <label>
          Title
          <input name="title" maxLength={300} />
        </label>
        <label>
          Published on
          <input
            name="publishedOn"
            placeholder="2025-10-31"
            pattern="\d{4}(-\d{2}){0,2}"
            maxLength={10}
          />
        </label>
        <label>
          Or a file
          <input
            type="file"
            accept=".txt,.md,.pdf,text/plain,application/pdf"
            onChange={({ target }) => void take(target.files?.[0])}
          />
        </label>
        <button type="submit" disabled={busy || (text.trim() === '' && !dropped)}>
          {busy ? 'Reading …' : 'Read it'}
        </button>
      </div>
      {dropped && (
        <p>
          {dropped.name} is read instead of the text.{' '}
          <button type="button" onClick={() => setDropped(null)}>
            Leave it out
          </button>
        </p>
      )}
      {problem && <p role="alert">{problem}</p>}
    </form>
  );
}
