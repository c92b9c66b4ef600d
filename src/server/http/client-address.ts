import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { ConfigError } from '../../errors.ts';

const LOOPBACK = ['127.0.0.0/8', '::1'];
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');

function add(list: BlockList, one: string): void {
  const [address = '', bits] = one.split('/');
  const good =
    isIP(address) !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= 128));
  try {
    if (!good) throw new RangeError(one);
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  } catch (cause) {
    throw new ConfigError(
      `TRUSTED_PROXIES: "${one}" is no address; write addresses or networks such as 10.0.0.0/8, or "loopback", with commas between.`,
      { cause },
    );
  }
}

/**
 * Addresses of proxies whose X-Forwarded-For is trusted.
 * @param list addresses and networks, separated by commas; `loopback` is this machine
 * @throws {ConfigError} naming what is no address
 */
export function trustedProxies(list: string | undefined): BlockList | null {
  const names = (list ?? '').split(',').map((name) => name.trim());
  const all = names.filter(Boolean).flatMap((name) => (name === 'loopback' ? LOOPBACK : [name]));
  if (all.length === 0) return null;
  const trusted = new BlockList();
  for (const one of all) add(trusted, one);
  return trusted;
}

const plain = (address: string) => MAPPED.exec(address)?.[1] ?? address;

/** The first 64 bits of an IPv6 address, which one customer of a network owns as a whole. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('%', 1)[0]!.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(missing).fill('0'), ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/**
 * The address that a client's share is counted by: IPv4, or the /64 of an IPv6 address. Behind
 * trusted proxies it is the last untrusted address of X-Forwarded-For, because everything before it
 * was written by the client.
 */
export function clientAddress(req: IncomingMessage, trusted: BlockList | null): string {
  let address = plain(req.socket.remoteAddress ?? '');
  if (trusted) {
    const told = String(req.headers['x-forwarded-for'] ?? '').split(',');
    while (isIP(address) !== 0 && trusted.check(address, familyOf(address))) {
      const before = plain((told.pop() ?? '').trim());
      if (isIP(before) === 0) break;
      address = before;
    }
  }
  return isIPv6(address) ? networkOf(address) : address;
}
