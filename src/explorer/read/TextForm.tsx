import { type ClipboardEvent, type DragEvent, type FormEvent, useState } from 'react';
import { TEXT_MAX, takeFile, tooLong } from './take.ts';

/** A text, or a PDF in base64, with its metadata. */
export interface Given {
  readonly text: string | null;
  readonly pdf: string | null;
  readonly title: string | null;
  readonly publishedOn: string | null;
}

interface Dropped {
  readonly name: string;
  readonly pdf: string;
}

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
          accept=".txt,.md,.html,.pdf,text/*,application/pdf"
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
    const taken = await takeFile(file);
    setProblem(taken.note);
    setDropped(taken.pdf === null ? null : { name: file.name, pdf: taken.pdf });
    if (taken.text !== null) setText(taken.text);
  }
  // The browser cuts what is pasted beyond the most that there may be, and says nothing.
  const onPaste = ({ clipboardData }: ClipboardEvent) =>
    setProblem(clipboardData.getData('text').length > TEXT_MAX ? tooLong('What was pasted') : null);
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
          onPaste={onPaste}
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
