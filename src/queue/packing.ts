import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const [packed, unpacked] = [promisify(gzip), promisify(gunzip)];

/** Compresses a text for a spool, to about a tenth of its bytes. */
export const pack = (text: string): Promise<Uint8Array<ArrayBuffer>> =>
  packed(text).then((bytes) => new Uint8Array(bytes));

export const unpack = async (bytes: Uint8Array): Promise<string> =>
  (await unpacked(bytes)).toString('utf8');
