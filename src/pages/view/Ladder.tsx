import { documentAddress } from '../address.ts';
import type { Rung } from '../ladder.ts';
import { capital, inWords } from '../words.ts';
import { titleOf } from './Sentence.tsx';

/** “On” for a day, “in” for a month or year. */
function toldWhen(date: string | null): string {
  if (!date) return 'told, undated';
  return `told ${date.length > 7 ? 'on' : 'in'} ${inWords(date)}`;
}

/** The stages of a sale, each with the first sentence that states it. */
export function Ladder({ rungs }: { rungs: readonly Rung[] }) {
  if (rungs.length === 0) return null;
  return (
    <section aria-labelledby="stages">
      <h2 id="stages">How far it has come</h2>
      <ol className="ladder">
        {rungs.map(({ stage, told, current }) => (
          <li key={stage} aria-current={current ? 'step' : undefined}>
            <span className="rung">{capital(stage)}</span>
            {told ? (
              <a href={documentAddress(told.document.id, told)} title={titleOf(told.document)}>
                {toldWhen(told.document.publishedOn)}
              </a>
            ) : (
              <span className="quiet">
                {current ? 'as documents put together' : 'told by no document'}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
