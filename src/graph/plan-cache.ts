import type { OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Selection } from './compile/select.ts';
import type { Text } from './compile/text.ts';

/** What one field of an operation selects, and a statement for each shape of its arguments. */
interface Plan {
  readonly selection: Selection;
  readonly texts: Map<string, Text>;
}

/** The plans of one operation. */
export interface Plans {
  /** The variables of `@skip` and `@include`, which decide which fields are selected. */
  readonly switches: readonly string[];
  /** Plans by response path, values of the switches, and variation. */
  readonly byPath: Map<string, Plan>;
}

/** Most operations whose plans are kept, and most bytes of all plans with their documents. */
const OPERATIONS_MAX = 500;
const BYTES_MAX = 16_000_000;
/** Most bytes of the plans of one operation, which varying arguments would make without end. */
const OPERATION_BYTES_MAX = 2_000_000;

/** Estimated bytes of a parsed document, its tokens and nodes, for each character of its text. */
const BYTES_OF_A_CHARACTER = 200;
/** Estimated bytes of a selected field with its arguments and children. */
const BYTES_OF_A_FIELD = 1_000;

const documentBytes = ({ loc }: OperationDefinitionNode) =>
  (loc ? loc.source.body.length : 10_000) * BYTES_OF_A_CHARACTER;

/**
 * The most recently used plans of all documents, bounded by their number and by their bytes. Plans
 * keep the syntax tree of their document alive, so that is counted too.
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

  /** Keeps a statement whose request was accepted. */
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

  /** Estimated bytes of all that is kept. */
  get bytes(): number {
    return this.kept.calculatedSize;
  }
}
