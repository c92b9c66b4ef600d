import type { Text } from '../../text/text.ts';
import { LEARNED_TYPES } from '../relationship-types.ts';
import type { OnnxModel } from './onnx.ts';
import { type PairPlace, pairRows, ROW } from './pair-rows.ts';
import type { Reading } from './reading.ts';

/** Pairs that are judged at once; each looks at 96 tokens, which takes some 100 kB. */
const AT_ONCE = 256;
/** Places in a row with numbers of tokens, which count from the first one of the run. */
const TOKENS = 8;

type Row = readonly number[];
interface Pair<Place> {
  readonly row: Row;
  readonly places: Place[];
}

/** Places by their mentions, which several types may join, in the order of the text. */
function pairsOf<Place extends PairPlace>(
  text: Text,
  reading: Reading,
  places: readonly Place[],
): Pair<Place>[] {
  const rowOf = pairRows(text, reading.tokens);
  const pairs = new Map<string, Pair<Place>>();
  for (const place of places) {
    const row = rowOf(place);
    if (!row) continue;
    const key = row.join();
    const pair = pairs.get(key) ?? { row, places: [] };
    pairs.set(key, pair);
    pair.places.push(place);
  }
  return [...pairs.values()].sort((a, b) => a.row[6]! - b.row[6]!);
}

/** The logits of some pairs, all types of each. Only the states of their tokens are passed on. */
async function run(model: OnnxModel, reading: Reading, rows: readonly Row[]) {
  let [from, to] = [Infinity, 0];
  for (const [subject, lastOfSubject, object, lastOfObject, , , begin, end] of rows) {
    from = Math.min(from, subject!, object!, begin!);
    to = Math.max(to, lastOfSubject! + 1, lastOfObject! + 1, end!);
  }
  const numbers = new BigInt64Array(rows.length * ROW);
  for (const [at, row] of rows.entries())
    for (const [place, number] of row.entries())
      numbers[at * ROW + place] = BigInt(place < TOKENS ? number - from : number);
  const { types } = await model.run(({ Tensor }) => ({
    states: new Tensor('float32', reading.statesOf({ from, to }), [to - from, reading.width]),
    rows: new Tensor('int64', numbers, [rows.length, ROW]),
  }));
  return types!.data as Float32Array;
}

/**
 * @returns for each place the pair model's logit that its relationship is stated there; nothing for one
 *   without tokens, or beyond those that were read
 */
export async function judgePairs<Place extends PairPlace>(
  model: OnnxModel,
  text: Text,
  reading: Reading,
  places: readonly Place[],
): Promise<ReadonlyMap<Place, number>> {
  const logits = new Map<Place, number>();
  const pairs = pairsOf(text, reading, places).filter(
    ({ row }) => Math.max(row[1]!, row[3]!) < reading.read,
  );
  for (let at = 0; at < pairs.length; at += AT_ONCE) {
    const some = pairs.slice(at, at + AT_ONCE);
    const found = await run(
      model,
      reading,
      some.map(({ row }) => row),
    );
    for (const [number, pair] of some.entries())
      for (const place of pair.places) {
        const type = LEARNED_TYPES.indexOf(place.type);
        logits.set(place, found[number * LEARNED_TYPES.length + type]!);
      }
  }
  return logits;
}
