import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { Find } from './operations.ts';

export interface Chosen {
  readonly id: string;
  readonly name: string;
}

/** What was typed, once typing has paused. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text.trim()), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}

/** A box that takes a name and offers whoever is called so. */
export function EntityBox({ label, onChoose }: { label: string; onChoose: (chosen: Chosen) => void }) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const query = usePaused(text);
  const [{ data, error }] = useQuery({
    query: Find,
    variables: { query },
    pause: query === '' || query === chosen,
  });
  const hits = query === '' || query === chosen ? [] : (data?.search?.edges ?? []);
  const choose = (one: Chosen) => {
    setText(one.name);
    setChosen(one.name);
    onChoose(one);
  };
  return (
    <div className="box">
      <label>
        {label} <input type="search" value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      {error && <p role="alert">{error.message}</p>}
      <ul>
        {hits.map(({ node: { node } }) => (
          <li key={node.id}>
            <button type="button" onClick={() => choose(node)}>
              {node.name} <small>{node.__typename}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
