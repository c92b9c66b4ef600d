import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../../root.ts';
import type { Model } from '../decide.ts';
import { type Forest, type PackedLinear, type Platt, packLinear, unpackLinear } from './scorers.ts';

/** The trained models, made by `npm run train`: one for use with the encoder, one without. */
const FILES = {
  careful: path.join(ROOT, 'data/model/careful.json'),
  fast: path.join(ROOT, 'data/model/model.json'),
};
export const modelFile = (reader: keyof typeof FILES): string => FILES[reader];

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

export function loadModel(file = FILES.fast): Model & { readonly version: string } {
  return unpackModel(readFileSync(file, 'utf8'));
}

/** The version of the trained model, without the rules. */
export function modelVersion(file = FILES.fast): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as Packed).version;
}
