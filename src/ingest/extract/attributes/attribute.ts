import type { PropertyValues } from '../../../model/extraction.ts';
import type { Span } from '../../text/text.ts';
import type { Entity } from '../vocabulary.ts';

/** What a sentence says of a plain property of an entity. */
export interface AttributeMention {
  readonly entity: Entity;
  readonly property: string;
  /** As text. */
  readonly value: string;
  /** Values that belong with it: the currency of an amount. */
  readonly beside: PropertyValues;
  readonly span: Span;
  readonly sentence: number;
  readonly confidence: number;
}

/** Takes a value; `beside` are values that belong with it. */
export type AddAttribute = (
  property: string,
  value: string,
  span: Span,
  sentence: number,
  confidence?: number,
  beside?: PropertyValues,
) => void;
