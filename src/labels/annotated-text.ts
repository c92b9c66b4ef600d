import { ReadError } from '../errors.ts';
import { slug } from '../model/ids.ts';
import { isEntityKind, KIND_NAMES } from '../model/kinds.ts';
import {
  RELATIONSHIP_TYPES,
  RELATIONSHIPS,
  type RelationshipType,
} from '../model/relationships.ts';
import type { Gold, GoldEntity, GoldRelation, Group, Source } from './gold.ts';

interface Marked {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

const NUMERIC = new Set(['durationYears', 'valueUsd', 'quantity', 'personnel', 'value']);

/** Reads marks: `{a|Boris Pistorius}` is a mention of `a`; marks may nest. */
function unmark(text: string): { plain: string; marks: Marked[] } {
  const open: { key: string; start: number }[] = [];
  const marks: Marked[] = [];
  let plain = '';
  for (let at = 0; at < text.length; at++) {
    const begin = /^\{([a-z][a-z0-9]*)\|/.exec(text.slice(at, at + 12));
    if (begin) {
      open.push({ key: begin[1]!, start: plain.length });
      at += begin[0].length - 1;
    } else if (text[at] === '}' && open.length > 0) {
      const { key, start } = open.pop()!;
      marks.push({ key, start, end: plain.length });
    } else plain += text[at];
  }
  return { plain, marks };
}

function sentencesOf(text: string): { start: number; end: number }[] {
  const abbreviation =
    /(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Lt|Co|St|No|Gen|Col|Adm|Maj|Sgt|Ltd|Inc|Corp))$/;
  const found: { start: number; end: number }[] = [];
  let start = 0;
  const close = (end: number) => {
    const body = text.slice(start, end);
    if (body.trim())
      found.push({ start: start + body.search(/\S/), end: start + body.trimEnd().length });
    start = end;
  };
  for (const stop of text.matchAll(/[.!?]["”’]?(?=\s)|\n+/g))
    if (stop[0].startsWith('\n') || !abbreviation.test(text.slice(0, stop.index)))
      close(stop.index + stop[0].length);
  close(text.length);
  return found;
}

/** Reads `kind=meeting name="a b" unnamed`: values by key, and words without one. */
function wordsOf(text: string): {
  values: Record<string, string | number>;
  lists: Record<string, string[]>;
  flags: Set<string>;
} {
  const values: Record<string, string | number> = {};
  const lists: Record<string, string[]> = {};
  const flags = new Set<string>();
  for (const [word] of text.matchAll(/(?:[^\s"]+|"[^"]*")+/g)) {
    const bare = word.replaceAll('"', '');
    const [, name, value] = /^([a-zA-Z0-9]+)=(.*)$/.exec(bare) ?? [];
    if (name === undefined || value === undefined) flags.add(bare);
    else if (/^(alias|altFrom|altTo)$/.test(name)) lists[name] = [...(lists[name] ?? []), value];
    else values[name] ??= NUMERIC.has(name) ? Number(value) : value;
  }
  return { values, lists, flags };
}

const isType = (name: string): name is RelationshipType => Object.hasOwn(RELATIONSHIPS, name);

function entityOf(line: string, passage: string, marks: readonly Marked[]): GoldEntity {
  const [, id, optional, type, rest = ''] =
    /^@ ([a-z][a-z0-9]*)(\?)?\s+(\w+)\s+(.*)$/.exec(line) ?? [];
  const mentions = marks.filter(({ key }) => key === id).map(({ start, end }) => ({ start, end }));
  if (id === undefined || mentions.length === 0)
    throw new ReadError(
      `${passage}: "${line}" declares nothing that is marked; mark it as {key|words}.`,
    );
  if (type === undefined || !isEntityKind(type))
    throw new ReadError(
      `${passage}: "${line}" is of no known kind; take one of ${KIND_NAMES.join(', ')}.`,
    );
  const at = ` ${rest}`.search(/\s(?:[a-zA-Z0-9]+=|unnamed\b)/);
  const { values, lists, flags } = wordsOf(at < 0 ? '' : rest.slice(Math.max(0, at - 1)));
  const name = (at < 0 ? rest : rest.slice(0, Math.max(0, at - 1))).trim();
  const { is, ...attrs } = values;
  const same = flags.has('unnamed') ? `${passage} ${id}` : slug(name);
  const known = attrs.iso2 ? `country:${attrs.iso2}` : `${type.toLowerCase()}:${same}`;
  return {
    id,
    canonicalId: String(is ?? known),
    type,
    name,
    aliases: lists.alias ?? [],
    attrs,
    optional: optional !== undefined,
    unnamed: flags.has('unnamed'),
    mentions,
  };
}

/** Reads one passage: its text and its labels. */
function readPassage(block: string, file: string, group: Group): Source {
  const [head = '', ...lines] = block.trim().split('\n');
  const [id = '', date = '-'] = head.split(/\s+/);
  const body = lines.filter((line) => !/^(@ [a-z]|>\??\s|# )/.test(line)).join('\n');
  const { plain, marks } = unmark(`${body.trim()}\n`);
  const entities = lines
    .filter((line) => /^@ [a-z]/.test(line))
    .map((line) => entityOf(line, `${file} ${id}`, marks));
  const sentences = sentencesOf(plain);
  const holds = (key: string, s: { start: number; end: number }) =>
    marks.some((mark) => mark.key === key && s.start <= mark.start && mark.end <= s.end) ? 1 : 0;
  const stated = lines.filter((line) => /^>\??\s/.test(line));
  const relations = stated.map((line): GoldRelation => {
    const [, optional, from, type, to, tail = ''] =
      /^>(\?)?\s+(\w+)\s+([A-Z_]+)\s+(\w+)(.*)$/.exec(line) ?? [];
    if (from === undefined || to === undefined || type === undefined || !isType(type))
      throw new ReadError(
        `${file} ${id}: "${line}" is no relationship; write it as > key TYPE key, with one of ${RELATIONSHIP_TYPES.join(', ')}.`,
      );
    const at = /::\s*(\d+)\s*$/.exec(tail);
    const best = [...sentences].sort(
      (a, b) => holds(from, b) + holds(to, b) - holds(from, a) - holds(to, a),
    )[0];
    const evidence = (at ? sentences[Number(at[1]) - 1] : best) ?? sentences[0]!;
    const { values, lists } = wordsOf(tail.replace(/::\s*\d+\s*$/, ''));
    return {
      type,
      from,
      to,
      altFrom: lists.altFrom ?? [],
      altTo: lists.altTo ?? [],
      props: values,
      optional: optional !== undefined,
      evidence: [evidence],
    };
  });
  return {
    gold: {
      doc: { id, publishedOn: date === '-' ? null : date },
      boilerplate: [],
      entities,
      relations,
    } satisfies Gold,
    raw: plain,
    group,
  };
}

/** Reads passages with inline marks, each begun by a line `=== id date style`. */
export function readWritten(file: string, text: string, group: Group = 'passage'): Source[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((block) => readPassage(block, file, group));
}
