import type { OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Selection } from './compile/select.ts';
import type { Text } from './compile/text.ts';

/** What one field of an operation selects, and its statement for each shape of arguments. */
interface Plan {
  readonly selection: Selection;
  readonly texts: Map<string, Text>;
}

/** The plans of one operation. */
export interface Plans {
  /** The variables that decide which fields are selected. */
  readonly switches: readonly string[];
  /** By response path, values of the switches, and variation. */
  readonly byPath: Map<string, Plan>;
}

/** Operations whose plans are kept, and bytes of all plans together with their documents. */
const OPERATIONS_MAX = 500;
const BYTES_MAX = 16_000_000;
/** Bytes of the plans of one operation: whoever changes its arguments again and again starts anew. */
const OPERATION_BYTES_MAX = 2_000_000;

/** About what a parsed document holds, its tokens and nodes, for each character of its text. */
const BYTES_OF_A_CHARACTER = 200;
/** Of a selected field, with its arguments and children. */
const BYTES_OF_A_FIELD = 1_000;

const documentBytes = ({ loc }: OperationDefinitionNode) =>
  (loc ? loc.source.body.length : 10_000) * BYTES_OF_A_CHARACTER;

/**
 * The most recently used plans of all documents, bounded by their number and by the bytes they hold.
 * Plans hold on to the syntax tree of their document, so that is counted too.
 */
export class PlanCache {
  private readonly kept = new LRUCache<OperationDefinitionNode, Plans & { bytes: number }>({
    max: OPERATIONS_MAX,
    maxSize: BYTES_MAX,
    sizeCalculation: ({ bytes }, operation) => bytes + documentBytes(operation),
  });

  of(operation: OperationDefinitionNode): Plans | undefined {
    return this.kept.get(operation);
  }

  /** Keeps what was written for a request that was found good. */
  keep(
    operation: OperationDefinitionNode,
    switches: readonly string[],
    at: string,
    selection: Selection,
    shape: string,
    text: Text,
  ): void {
    let plans = this.kept.peek(operation) ?? { switches, byPath: new Map(), bytes: 0 };
    if (plans.bytes > OPERATION_BYTES_MAX) plans = { switches, byPath: new Map(), bytes: 0 };
    let plan = plans.byPath.get(at);
    if (!plan) {
      plan = { selection, texts: new Map() };
      plans.byPath.set(at, plan);
      plans.bytes += 2 * at.length + selection.fields * BYTES_OF_A_FIELD;
    }
    plan.texts.set(shape, text);
    plans.bytes += 2 * shape.length + text.bytes;
    this.kept.set(operation, plans);
  }

  /** Bytes that are thought to be held. */
  get bytes(): number {
    return this.kept.calculatedSize;
  }
}
