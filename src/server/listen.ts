import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SetupError } from '../errors.ts';

function troubleOf(host: string, port: number, cause: NodeJS.ErrnoException): string {
  switch (cause.code) {
    case 'EADDRINUSE':
      return `port ${port} is already in use; stop what uses it, or set PORT to another (0 picks a free one).`;
    case 'EACCES':
      return `port ${port} may not be used by this user; set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is "${host}", which is no address of this machine; set it to 127.0.0.1, or to 0.0.0.0 for all of them.`;
    default:
      return `cannot listen on ${host}:${port}: ${cause.message}`;
  }
}

/**
 * @returns the address that the server listens on, such as `http://127.0.0.1:4000/`
 * @throws {SetupError} when the port is taken, or the host is no address of this machine
 */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(new SetupError(troubleOf(host, port, cause), { cause })),
    );
    server.listen(port, host, resolve);
  });
  const named = host.includes(':') ? `[${host}]` : host;
  return `http://${named}:${(server.address() as AddressInfo).port}/`;
}
