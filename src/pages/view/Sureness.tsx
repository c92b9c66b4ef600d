import type { MeasuredData } from '../operations/parts.ts';
import { percent, sureness, type TieType } from '../words.ts';

/** Confidence in words and as a number, beside the measured precision of the type. */
export function Sureness({
  confidence,
  type,
  measured,
}: {
  confidence: number;
  type: TieType;
  measured: MeasuredData | null;
}) {
  const quality = measured?.extractor?.types.find((row) => row.type === type);
  return (
    <>
      <span>
        {sureness(confidence)} ({percent(confidence)})
      </span>
      <meter className="meter" min="0" max="1" value={confidence} aria-label="Confidence" />
      {quality && (
        <small>
          Measured on labelled documents: {percent(quality.precision)} of such relationships that
          were found are right.
        </small>
      )}
    </>
  );
}
