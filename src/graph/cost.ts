import { TooLargeError } from '../errors.ts';

/** The cost of a statement or a request. */
export interface Cost {
  /** Most nodes that it may return: the product of the page sizes. */
  readonly nodes: number;
  /** Relationships that it is expected to read: all of a hub's, even for a page of a few. */
  readonly relationships: number;
  /** Bytes of long texts that it may read and return; short values count with their nodes. */
  readonly bytes: number;
}

/** A cost with the one number that a client is charged. */
export interface Priced extends Cost {
  /** At least 1. One point stands for 100 nodes, 10,000 relationships or 100 kB of text. */
  readonly points: number;
}

const NODES_OF_A_POINT = 100;
const RELATIONSHIPS_OF_A_POINT = 10_000;
const BYTES_OF_A_POINT = 100_000;

/** Most nodes that one request may return, over all its root fields. */
const NODES_MAX = 10_000;
/** Most relationships that one request may be expected to read within Neo4j's time limit. */
const RELATIONSHIPS_MAX = 5_000_000;
/** Most bytes of long texts that one request may be expected to read. */
const BYTES_MAX = 10_000_000;

export function pointsOf({ nodes, relationships, bytes }: Cost): number {
  const points =
    nodes / NODES_OF_A_POINT + relationships / RELATIONSHIPS_OF_A_POINT + bytes / BYTES_OF_A_POINT;
  return Math.max(1, Math.ceil(points));
}

function checkCost({ nodes, relationships, bytes }: Cost): void {
  if (nodes > NODES_MAX)
    throw new TooLargeError(
      `the request may return ${nodes} nodes, more than ${NODES_MAX}; lower "first" on some level, or ask in several requests.`,
    );
  if (relationships > RELATIONSHIPS_MAX)
    throw new TooLargeError(
      `the request would read about ${relationships} relationships, more than ${RELATIONSHIPS_MAX}, because it passes by entities that have very many; lower "first" on the levels above, or start from the other side.`,
    );
  if (bytes > BYTES_MAX)
    throw new TooLargeError(
      `the request may answer with about ${bytes} bytes of text, more than ${BYTES_MAX}; ask for fewer documents or quotes at once, or for each text once.`,
    );
}

/** Receives the cost of a request before anything is read; what it throws fails the request. */
export type Admit = (cost: Priced) => void;

/**
 * The cost of one request. All root fields are planned before the first of them is read, so that a
 * request is refused as a whole, and charged before it costs anything.
 */
export class Budget {
  private spent: Cost = { nodes: 0, relationships: 0, bytes: 0 };
  private readonly admit: Admit;
  private admitted: Promise<void> | undefined;
  private refusal: unknown;

  constructor(admit: Admit = () => {}) {
    this.admit = admit;
  }

  /** The cost of everything planned so far. */
  get cost(): Priced {
    return { ...this.spent, points: pointsOf(this.spent) };
  }

  /**
   * Fails every further plan once the request was refused, so that many fields that are too large
   * cost no more than the first of them.
   * @throws the refusal
   */
  checkRefusal(): void {
    if (this.refusal) throw this.refusal;
  }

  /** @throws {TooLargeError} when the request as a whole may return or read too much */
  spend({ nodes, relationships, bytes }: Cost): void {
    this.spent = {
      nodes: this.spent.nodes + nodes,
      relationships: this.spent.relationships + relationships,
      bytes: this.spent.bytes + bytes,
    };
    try {
      checkCost(this.spent);
    } catch (error) {
      this.refusal = error;
      throw error;
    }
  }

  /** A relationship type in one direction. */
  async beforeReading(): Promise<void> {
    this.admitted ??= Promise.resolve().then(() => {
      if (!this.refusal) this.admit(this.cost);
    });
    await this.admitted;
    this.checkRefusal();
  }
}
