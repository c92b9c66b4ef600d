interface DriverInteger {
  toString(): string;
  toNumber(): number;
}

const isInteger = (value: object): value is DriverInteger => 'toNumber' in value;
const quoted = (text: string) =>
  `'${text.replace(/[\\']/g, '\\$&').replace(/[\n\r\t\0]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}'`;

/** Writes a parameter as Cypher; a number that the driver sends as a float stays a float. */
export function cypherLiteral(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(1) : String(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(cypherLiteral).join(', ')}]`;
  if (isInteger(value)) return value.toString();
  return `{${Object.entries(value)
    .map(([name, item]) => `\`${name.replaceAll('`', '``')}\`: ${cypherLiteral(item)}`)
    .join(', ')}}`;
}

/** The commands that set parameters in Neo4j Browser, each ended by a semicolon. */
export function browserParameters(params: Readonly<Record<string, unknown>>): string {
  return Object.entries(params)
    .map(([name, value]) => `:param ${name} => ${cypherLiteral(value)};`)
    .join('\n');
}

/** A statement with its parameters, ready to be pasted into Neo4j Browser. */
export function browserText(cypher: string, params: Readonly<Record<string, unknown>>): string {
  const set = browserParameters(params);
  return `${set}${set ? '\n' : ''}${cypher.trim()};`;
}
