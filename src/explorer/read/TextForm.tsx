import { type DragEvent, type FormEvent, useState } from 'react';

/** A text, or a PDF in base64, with its metadata. */
export interface Given {
  readonly text: string | null;
  readonly pdf: string | null;
  readonly title: string | null;
  readonly publishedOn: string | null;
}

const TEXT_MAX = 50_000;
/** Most bytes; base64 adds a third, and a request with a PDF has 3 MB. */
const PDF_MAX = 2_100_000;

interface Dropped {
  readonly name: string;
  readonly pdf: string;
}

/** The browser's own encoder, because a loop over a long file would block the page. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

const isPdf = ({ type, name }: File) => type === 'application/pdf' || /\.pdf$/i.test(name);

interface AboutProps {
  readonly busy: boolean;
  readonly isReady: boolean;
  readonly onFile: (file: File | undefined) => Promise<void>;
}

/** Inputs for a text's metadata, or for its file. */
function About({ busy, isReady, onFile }: AboutProps) {
  return (
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
          onChange={({ target }) => void onFile(target.files?.[0])}
        />
      </label>
      <button type="submit" disabled={busy || !isReady}>
        {busy ? 'Reading …' : 'Read it'}
      </button>
    </div>
  );
}

/** Accepts a text that is typed, pasted or dropped, or a PDF. */
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
          `${file.name} is larger than ${PDF_MAX / 1_000_000} MB. Copy its text, or read it with entente ingest --dry-run.`,
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
      <About onFile={take} isReady={text.trim() !== '' || dropped !== null} busy={busy} />
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
