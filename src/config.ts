import path from 'node:path';
import { z } from 'zod';
import { ConfigError } from './errors.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const memory = z.string().regex(/^[1-9]\d{0,6}[kmg]$/i, 'must be a size such as 512m or 2g');
const milliseconds = z.coerce.number().int().min(100).max(600_000);
const onOrOff = z.enum(['on', 'off']).optional();
/** Default of switches for operators. */
const BY_PROFILE = 'on in development and off in production, unless set';

/** Every setting: its rule, default and description. README and .env.example show this table. */
export const SETTINGS = {
  HOST: z.string().min(1).default('127.0.0.1').describe('Address the HTTP server listens on'),
  PORT: port.default(4000).describe('HTTP port; 0 picks a free one'),
  ENTENTE_HOME: z
    .string()
    .min(1)
    .default('.entente')
    .describe('Data folder, for its owner alone: embedded Neo4j, its password, lexicons'),
  ENTENTE_CACHE: z
    .string()
    .optional()
    .describe(
      'Where the jars of the embedded Neo4j are kept; default is the cache folder of the user',
    ),
  ENTENTE_PROFILE: z
    .enum(['development', 'production'])
    .default('development')
    .describe(
      'production: no introspection, GraphiQL, tools nor metrics unless switched on, no explain, excerpts instead of whole texts',
    ),
  NEO4J_URI: z
    .string()
    .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/\S+$/, 'must look like neo4j://host:7687')
    .optional()
    .describe('A Neo4j to use instead of the embedded one'),
  NEO4J_USER: z.string().default('neo4j').describe('Its user'),
  NEO4J_PASSWORD: z
    .string()
    .default('')
    .describe('Its password; empty when authentication is off. The embedded one makes its own'),
  NEO4J_DATABASE: z
    .string()
    .optional()
    .describe('Its database; without it the default one of the user'),
  NEO4J_BOLT_PORT: port
    .default(7687)
    .describe('Bolt port of the embedded Neo4j; another free one is taken when it is in use'),
  NEO4J_HTTP_PORT: port
    .default(7474)
    .describe(
      'Port of Neo4j Browser of the embedded Neo4j; another free one is taken when it is in use',
    ),
  NEO4J_HEAP: memory.default('1g').describe('Heap of the embedded Neo4j, such as 512m or 4g'),
  NEO4J_PAGE_CACHE: memory
    .default('256m')
    .describe(
      'Memory of the embedded Neo4j for its files; best is a little more than the store, which the log tells',
    ),
  NEO4J_BROWSER_URL: z
    .url()
    .optional()
    .describe('Address of Neo4j Browser that pages link to when NEO4J_URI is set'),
  ENTENTE_QUEUE_URL: z
    .string()
    .regex(/^rediss?:\/\/\S+$/, 'must look like redis://host:6379')
    .optional()
    .describe('A Redis or Valkey with the queue of `enqueue` and `work`; nothing else needs one'),
  ENTENTE_SPOOL: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Where texts lie for the workers of the queue: a folder that all of them share, or s3://BUCKET/PREFIX',
    ),
  ENTENTE_READER: z
    .enum(['careful', 'fast'])
    .default('careful')
    .describe(
      'How documents are read: careful has a small neural network beside the rules, where its model and its runtime are; fast has the rules alone, in a sixth of the time (docs/encoder.md)',
    ),
  ENTENTE_MODEL_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Model service that reads documents instead of the rules, in the manner of OpenAI, such as http://127.0.0.1:8000/v1; texts are sent to it',
    ),
  ENTENTE_MODEL_NAME: z.string().min(1).default('default').describe('Its model'),
  ENTENTE_MODEL_KEY: z.string().optional().describe('Its key'),
  ENTENTE_MODEL_TIMEOUT_MS: milliseconds
    .default(120_000)
    .describe('Longest time it may take for one document; then that is rejected'),
  CORS_ORIGINS: z
    .string()
    .refine(
      (list) =>
        list
          .split(',')
          .map((origin) => origin.trim())
          .every(
            (origin) =>
              origin === '' || (URL.canParse(origin) && new URL(origin).origin === origin),
          ),
      'must be sites such as https://app.example.org, with commas between them and no path; * is no site',
    )
    .default('')
    .describe(
      'Sites whose pages may read the API, such as http://localhost:5173, with commas between',
    ),
  READ_TIMEOUT_MS: milliseconds.default(3_000).describe('Longest time of one read in Neo4j'),
  REQUEST_TIMEOUT_MS: milliseconds.default(7_000).describe('Longest time of one GraphQL request'),
  DOCUMENT_TIMEOUT_MS: milliseconds
    .default(30_000)
    .describe('Longest processor time that one document may take to read; then it is rejected'),
  DOCUMENT_MEMORY_MB: z.coerce
    .number()
    .int()
    .min(128)
    .max(16_384)
    .default(256)
    .describe('Most memory that a thread may need to read a document; beyond it is rejected'),
  ANSWER_BYTES_MAX: z.coerce
    .number()
    .int()
    .min(10_000)
    .max(100_000_000)
    .default(10_000_000)
    .describe('Longest answer to one GraphQL request, in bytes'),
  CLIENT_REQUESTS_MAX: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(8)
    .describe('Requests of one client (an address, or a /64 of IPv6) that run at once'),
  CLIENT_POINTS_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000_000)
    .default(240_000)
    .describe(
      'Points that one client may use in a minute, as `extensions.cost.points` tells them; 0 sets no limit',
    ),
  TRUSTED_PROXIES: z
    .string()
    .optional()
    .describe(
      'Proxies whose X-Forwarded-For tells the client: addresses and networks with commas between, or `loopback`',
    ),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Address that clients use; requests that name another host, other than this machine, are refused',
    ),
  INTROSPECTION: onOrOff.describe(
    `Questions about the schema, and hints at its names: ${BY_PROFILE}`,
  ),
  GRAPHIQL: onOrOff.describe(`The page /graphiql: ${BY_PROFILE}`),
  TOOLS: onOrOff.describe(`The page /cypher, /tools.json and /operations.json: ${BY_PROFILE}`),
  METRICS: onOrOff.describe(`/metrics for Prometheus: ${BY_PROFILE}`),
  INGEST_PREVIEW: onOrOff.describe(
    `Reading of texts that a client sends, without storing them (\`ingestPreview\`, the page /read): ${BY_PROFILE}`,
  ),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('What is logged, on stderr'),
} as const;

/** Moves a password out of the address, which appears in logs and on pages. */
function withoutCredentials(
  settings: z.infer<typeof Settings>,
  given: Readonly<Record<string, string | undefined>>,
): Partial<Config> {
  if (settings.NEO4J_URI === undefined || !settings.NEO4J_URI.includes('@')) return {};
  const fail = (why: string): never => {
    throw new ConfigError(
      `bad environment:\n  NEO4J_URI: ${why}; give them as NEO4J_USER and NEO4J_PASSWORD instead`,
    );
  };
  const parts = /^(\w+(?:\+\w+)?:\/\/)([^:@]*)(?::(.*))?@([^@]*)$/.exec(settings.NEO4J_URI);
  if (parts === null) return fail('user and password in it cannot be read');
  const [, scheme, user = '', password, rest] = parts;
  if (given.NEO4J_PASSWORD !== undefined && password !== undefined)
    return fail('it holds a password, and NEO4J_PASSWORD is set too');
  const decoded = (text: string): string => {
    try {
      return decodeURIComponent(text);
    } catch {
      return fail('user and password in it are not percent-encoded');
    }
  };
  return {
    NEO4J_URI: `${scheme}${rest}`,
    ...(user === '' ? {} : { NEO4J_USER: decoded(user) }),
    ...(password === undefined ? {} : { NEO4J_PASSWORD: decoded(password) }),
  };
}

const Settings = z.object(SETTINGS);
export type Config = Readonly<z.infer<typeof Settings>>;

/**
 * Reads all settings and reports all mistakes at once. An empty variable counts as unset.
 * @returns frozen settings; ENTENTE_HOME is absolute, and NEO4J_URI holds no credentials
 * @throws {ConfigError} naming each bad variable and the rule it broke
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = Settings.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`bad environment:\n${lines.join('\n')}\nAll settings: see .env.example`);
  }
  return Object.freeze({
    ...result.data,
    ...withoutCredentials(result.data, given),
    ENTENTE_HOME: path.resolve(result.data.ENTENTE_HOME),
  });
}
