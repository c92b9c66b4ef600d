import { AwsClient } from 'aws4fetch';
import { ConfigError, UnavailableError } from '../errors.ts';
import { pack, unpack } from './packing.ts';
import type { Spool } from './spool.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The address of the bucket: at the endpoint that is set, such as MinIO, or at AWS. */
function addressOf(bucket: string, env: Env): string {
  const { AWS_ENDPOINT_URL: endpoint, AWS_REGION: region = 'us-east-1' } = env;
  return endpoint
    ? `${endpoint.replace(/\/$/, '')}/${bucket}`
    : `https://${bucket}.s3.${region}.amazonaws.com`;
}

/**
 * A spool in an S3 bucket, with the credentials of AWS's own variables.
 * @param url s3://bucket/prefix
 * @throws {ConfigError} when there are no credentials
 */
export function s3Spool(url: string, env: Env = process.env): Spool {
  const { hostname: bucket, pathname } = new URL(url);
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION } = env;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY)
    throw new ConfigError(
      `ENTENTE_SPOOL is ${url}; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and AWS_ENDPOINT_URL where it is not AWS.`,
    );
  const client = new AwsClient({
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}),
    region: AWS_REGION ?? 'us-east-1',
    service: 's3',
  });
  const prefix = pathname.replace(/^\/|\/$/g, '');
  const base = `${addressOf(bucket, env)}/${prefix}${prefix ? '/' : ''}`;
  async function ask(name: string, init: RequestInit = {}): Promise<Response | null> {
    const response = await client.fetch(`${base}${name}.json.gz`, init);
    if (response.status === 404) return null;
    if (!response.ok)
      throw new UnavailableError(`the spool ${url} answers ${response.status}; try again.`);
    return response;
  }
  return {
    async read(name) {
      const response = await ask(name);
      return response && unpack(new Uint8Array(await response.arrayBuffer()));
    },
    async write(name, text) {
      await ask(name, { method: 'PUT', body: await pack(text) });
    },
    has: async (name) => (await ask(name, { method: 'HEAD' })) !== null,
  };
}
