import { ENTITY_KINDS } from '../model/kinds.ts';
import { readCode } from '../model/property.ts';
import { OWN_PROPERTIES, SUMMARY_PROPERTIES } from '../model/relationship-properties.ts';
import type { ExportedGraph } from './graph.ts';
import { present } from './present.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Characters that XML 1.0 cannot represent are left out. */
const escaped = (value: unknown): string =>
  String(value)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign]!);

const TYPES: Readonly<Record<string, string>> = { Int: 'long', Float: 'double' };

/** GraphML types of properties by name. */
function keys(...tables: readonly Readonly<Record<string, string>>[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, code] of tables.flatMap((table) => Object.entries(table)))
    found.set(name, TYPES[readCode(code).base] ?? 'string');
  return found;
}

const NODE_KEYS = keys(
  { type: 'String', name: 'String', aliases: 'String' },
  ...Object.values(ENTITY_KINDS),
);
const { id: _, ...SUMMARY } = SUMMARY_PROPERTIES;
const EDGE_KEYS = keys({ type: 'String', ...SUMMARY, quote: 'String' }, OWN_PROPERTIES);

const head = (domain: 'node' | 'edge', all: ReadonlyMap<string, string>) =>
  [...all].map(
    ([name, type]) =>
      `  <key id="${domain}-${name}" for="${domain}" attr.name="${name}" attr.type="${type}"/>\n`,
  );

const data = (domain: 'node' | 'edge', values: Readonly<Record<string, unknown>>) =>
  Object.entries(values)
    .map(([name, value]) => `<data key="${domain}-${name}">${escaped(value)}</data>`)
    .join('');

/** Writes GraphML, for Gephi, yEd, networkx; each edge has its first quote. */
export async function* graphml(graph: ExportedGraph): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield [...head('node', NODE_KEYS), ...head('edge', EDGE_KEYS)].join('');
  yield '  <graph id="entente" edgedefault="directed">\n';
  for await (const { id, kind, name, aliases, properties } of graph.entities()) {
    const values = {
      type: kind,
      name,
      ...(aliases.length > 0 ? { aliases: aliases.join('; ') } : {}),
      ...present(properties),
    };
    yield `    <node id="${escaped(id)}">${data('node', values)}</node>\n`;
  }
  for await (const {
    id,
    type,
    source,
    target,
    summary,
    properties,
    evidence,
  } of graph.relationships()) {
    const values = { type, ...present(summary), ...present(properties), quote: evidence[0]!.quote };
    yield `    <edge id="${escaped(id)}" source="${escaped(source)}" target="${escaped(target)}">${data('edge', values)}</edge>\n`;
  }
  yield '  </graph>\n</graphml>\n';
}
