import type { ReasonData } from '../../operations/identity.ts';
import { capital, chanceOf, percent, plain, sureness } from '../../words.ts';

/** Log odds in words, as a probability, and as a number. */
export const Chance = ({ score }: { score: number }) => (
  <>
    {sureness(chanceOf(score))} ({percent(chanceOf(score))})
  </>
);

export const signed = (weight: number): string =>
  `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`;

/** The reasons for and against a merge, the heaviest first; the weights add up to the score. */
export function Reasons({ reasons }: { reasons: readonly ReasonData[] }) {
  const heaviest = [...reasons].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return (
    <ul className="reasons">
      {heaviest.map(({ feature, left, right, weight, sentence }) => (
        <li key={`${feature} ${left} ${right}`}>
          <span className={weight < 0 ? 'weight against' : 'weight'}>{signed(weight)}</span>
          <span>
            {sentence}
            {(left || right) && left !== right && (
              <small className="compared">
                {capital(plain(feature))}: “{left || 'nothing'}” and “{right || 'nothing'}”
              </small>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
