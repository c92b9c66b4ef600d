import type { PropertyValues } from '../../model/extraction.ts';
import type { EntityKind } from '../../model/kinds.ts';

export interface ExportedNode {
  readonly id: string;
  readonly type: EntityKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly props: PropertyValues;
}
/** Half-open range in UTF-16 units of the decoded source. */
export interface ExportedMention {
  readonly doc: string;
  readonly node: string;
  readonly start: number;
  readonly end: number;
}
export interface ExportedRelationship {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly props: PropertyValues;
  /** 0..1 */
  readonly confidence: number;
  readonly evidence: readonly {
    readonly doc: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
}
/** The content of the graph, as `entente export` would write it. */
export interface GraphExport {
  readonly nodes: readonly ExportedNode[];
  readonly mentions: readonly ExportedMention[];
  readonly relationships: readonly ExportedRelationship[];
}

/** The graph as JSON Lines: nodes, mentions, relationships. */
export function exportLines({ nodes, mentions, relationships }: GraphExport): string[] {
  return [
    ...nodes.map((node) => ({ kind: 'node', ...node })),
    ...mentions.map((mention) => ({ kind: 'mention', ...mention })),
    ...relationships.map((relationship) => ({ kind: 'rel', ...relationship })),
  ].map((line) => JSON.stringify(line));
}
