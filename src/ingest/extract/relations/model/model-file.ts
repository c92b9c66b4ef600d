import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../../root.ts';
import type { Model } from '../decide.ts';
import { type Forest, type PackedLinear, type Platt, packLinear, unpackLinear } from './scorers.ts';

/** The trained model in the repository; `npm run train` makes it. */
export const MODEL_FILE = path.join(ROOT, 'data/model/model.json');

interface Packed {
  readonly version: string;
  readonly entities: PackedLinear;
  readonly pairs: PackedLinear;
  readonly forest: Forest;
  readonly platt: Platt;
  readonly thresholds: Readonly<Record<string, number>>;
}

export function packModel(model: Model, version: string): string {
  const packed: Packed = {
    version,
    ...model,
    entities: packLinear(model.entities),
    pairs: packLinear(model.pairs),
  };
  const rounded = (_key: string, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;
  return `${JSON.stringify(packed, rounded)}\n`;
}

function unpackModel(text: string): Model & { readonly version: string } {
  const packed = JSON.parse(text) as Packed;
  return { ...packed, entities: unpackLinear(packed.entities), pairs: unpackLinear(packed.pairs) };
}

export function loadModel(file = MODEL_FILE): Model & { readonly version: string } {
  return unpackModel(readFileSync(file, 'utf8'));
}

/** The version of the trained model alone. */
export function modelVersion(file = MODEL_FILE): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as Packed).version;
}
