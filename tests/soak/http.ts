// Requests as strangers send them: any method, headers and bytes, from any address of the loopback.
import { Agent, request } from 'node:http';

export interface Reply {
  /** 0 when there was no answer. */
  readonly status: number;
  readonly ms: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly error?: string;
}

export interface Sending {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly timeoutMs?: number;
  /** Who asks, such as `127.0.0.2`: each address is a client of its own. */
  readonly from?: string;
  readonly signal?: AbortSignal;
}

/** Connections of one address are used again, as clients do. */
const agents = new Map<string, Agent>();
function agentOf(from: string): Agent {
  const agent = agents.get(from) ?? new Agent({ keepAlive: true, maxSockets: 1_024 });
  agents.set(from, agent);
  return agent;
}

export function send(url: string, options: Sending = {}): Promise<Reply> {
  const { method = 'POST', headers = {}, body, timeoutMs = 20_000, from = '127.0.0.1' } = options;
  const start = performance.now();
  return new Promise((resolve) => {
    const none = (error: string) =>
      resolve({ status: 0, ms: performance.now() - start, text: '', headers: {}, error });
    const sending = request(
      url,
      { method, headers, agent: agentOf(from), localAddress: from, ...pick(options.signal) },
      (res) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('error', ({ message }) => none(message));
        res.on('end', () =>
          resolve({
            status: res.statusCode ?? 0,
            ms: performance.now() - start,
            text: Buffer.concat(parts).toString(),
            headers: res.headers,
          }),
        );
      },
    );
    sending.setTimeout(timeoutMs, () => sending.destroy(new Error('no answer in time')));
    sending.on('error', ({ message }) => none(message));
    sending.end(body);
  });
}
const pick = (signal: AbortSignal | undefined) => (signal ? { signal } : {});

export const query = (
  url: string,
  text: string,
  { variables, headers, ...options }: Sending & { variables?: object } = {},
): Promise<Reply> =>
  send(url, {
    ...options,
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify({ query: text, variables }),
  });

/** `data`, or the codes of the errors; `UNCODED` for an error without one. */
export function codesOf({ status, text, error }: Reply): string {
  if (status === 0) return error ?? 'no answer';
  try {
    const { errors } = JSON.parse(text) as { errors?: { extensions?: { code?: string } }[] };
    return errors?.map(({ extensions }) => extensions?.code ?? 'UNCODED').join() ?? 'data';
  } catch {
    return `status ${status}`;
  }
}

export function tally(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => `${count} ${value}`).join(', ');
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
