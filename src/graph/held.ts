import { prefixOf } from '../model/ids.ts';
import { KIND_NAMES, type Kind } from '../model/kinds.ts';
import { RELATIONSHIP_TYPES } from '../model/relationships.ts';

/**
 * What a clause is to be read as of: a moment in Cypher, or undefined for what holds now. What holds
 * now is read as if nothing had ever been otherwise; what was lies beside it, see ADR 0041.
 */
export type Moment = string | undefined;

/** A moment as it is stored: in UTC, with milliseconds, so that moments compare as texts. */
export const storedMoment = (value: Date | string): string => new Date(value).toISOString();

/**
 * Any relationship of now between two entities, as Cypher takes its type. A pattern without a type
 * would follow mentions, versions and what was as well.
 */
export const ANY_TYPE = RELATIONSHIP_TYPES.join('|');

/** Types of relationships, as Cypher takes them, with what these were until something changed. */
export const typesAt = (types: string, at: Moment): string =>
  at === undefined
    ? types
    : types
        .split('|')
        .flatMap((type) => [type, `WAS_${type}`])
        .join('|');

/** The type of a relationship that may be one of the past. */
export const typeAt = (edge: string, at: Moment): string =>
  at === undefined ? `type(${edge})` : `replace(type(${edge}), 'WAS_', '')`;

const GONE: Readonly<Partial<Record<string, string>>> = {
  Document: 'GoneDocument',
  Statement: 'PastStatement',
  Local: 'PastLocal',
  Candidate: 'PastCandidate',
};

/** Labels of what is, or was, of a kind. */
export const labelsAt = (kind: string, at: Moment): string =>
  at === undefined ? kind : `${kind}|${GONE[kind] ?? 'GoneEntity'}`;

/** That a node, a relationship or a version of one was held at a moment. */
export const isHeld = (variable: string, at: string): string =>
  `coalesce(${variable}.heldFrom, ${variable}.recordedAt, ${variable}.ingestedAt, '') <= ${at} AND coalesce(${variable}.heldUntil > ${at}, true)`;

/** Whether what is of a kind has versions beside the node that its relationships are of. */
export const isVersioned = (kind: string): boolean => VERSIONED.has(kind);
const VERSIONED: ReadonlySet<string> = new Set([...KIND_NAMES, 'Entity', 'Document', 'Node']);

/**
 * The versions of a node, it being its own newest: to be followed by that one of them is held.
 * @param anchor the node, which has the id and the relationships
 */
export const versionsOf = (anchor: string, version: string): string =>
  `MATCH (${anchor})<-[:VERSION_OF*0..1]-(${version})`;

/** The same with the condition: one version, or no row where the node was not there. */
export const heldVersion = (anchor: string, version: string, at: string): string =>
  `${versionsOf(anchor, version)} WHERE ${isHeld(version, at)}`;

/** The kind that an id tells, as the labels of a node tell it. */
export const kindAt = (variable: string, at: Moment): string =>
  at === undefined
    ? `labels(${variable})`
    : `[{${[...KIND_NAMES, 'Document' as const, 'Statement' as const].map((kind) => `\`${prefixOf(kind as never).slice(0, -1)}\`: '${kind}'`).join(', ')}}[split(${variable}.id, ':')[0]]]`;

/** That a node is of a kind, or of one of several that a parameter names. */
export const isOfKind = (variable: string, kind: Kind | string, at: Moment): string =>
  at === undefined ? `${variable}:${kind}` : `'${kind}' IN ${kindAt(variable, at)}`;
export const isOfKinds = (variable: string, kinds: string, at: Moment): string =>
  `any(label IN ${kindAt(variable, at)} WHERE label IN ${kinds})`;
