import { useQuery } from 'urql';
import { Paths } from './operations.ts';

const words = (type: string) => type.toLowerCase().replaceAll('_', ' ');

/** How two are tied, step by step, each step with the sentence that says so. */
export function PathList({ from, to }: { from: string; to: string }) {
  const [{ data, fetching, error }, again] = useQuery({ query: Paths, variables: { from, to } });
  if (fetching) return <p>Looking …</p>;
  const found = data?.paths;
  if (error || !found)
    return (
      <p role="alert">
        {error?.message ?? 'There is no answer.'}{' '}
        <button type="button" onClick={() => again({ requestPolicy: 'network-only' })}>
          Try again
        </button>
      </p>
    );
  if (found.paths.length === 0) return <p>No path: {words(found.reason ?? 'unknown')}.</p>;
  return (
    <>
      {found.paths.map(({ entities, relationships }) => (
        <ol key={relationships.map(({ id }) => id).join()}>
          {relationships.map(({ id, type, source, bestStatement }, i) => {
            const [one, other] = [entities[i], entities[i + 1]];
            return (
              <li key={id}>
                <strong>{one?.name}</strong> {source.id === one?.id ? '→' : '←'} {words(type)}{' '}
                {source.id === one?.id ? '→' : '←'} <strong>{other?.name}</strong>
                {bestStatement && (
                  <blockquote>
                    {bestStatement.quote}
                    <footer>
                      {bestStatement.document.title}, {bestStatement.document.publishedOn}
                    </footer>
                  </blockquote>
                )}
              </li>
            );
          })}
        </ol>
      ))}
      {found.truncated && <p>There are more paths.</p>}
    </>
  );
}
