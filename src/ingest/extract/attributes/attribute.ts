import type { PropertyValues } from '../../../model/extraction.ts';
import type { Span } from '../../text/text.ts';
import type { Entity } from '../vocabulary.ts';

/** A value that a sentence states for a property of an entity. */
export interface AttributeMention {
  readonly entity: Entity;
  readonly property: string;
  /** The value as text. */
  readonly value: string;
  /** Further values that belong to it, such as the currency of an amount. */
  readonly beside: PropertyValues;
  readonly span: Span;
  readonly sentence: number;
  readonly confidence: number;
}

/** Adds a value of a property; `beside` holds further values that belong to it. */
export type AddAttribute = (
  property: string,
  value: string,
  span: Span,
  sentence: number,
  confidence?: number,
  beside?: PropertyValues,
) => void;
