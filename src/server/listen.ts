import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SetupError } from '../errors.ts';

/**
 * @returns the address that the server listens on, such as `http://127.0.0.1:4000/`
 * @throws {SetupError} when the port is taken, or the host is none of this machine
 */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const message =
        cause.code === 'EADDRINUSE'
          ? `port ${port} is already in use; stop what uses it, or set PORT to another (0 picks a free one).`
          : `cannot listen on ${host}:${port}: ${cause.message}`;
      reject(new SetupError(message, { cause }));
    });
    server.listen(port, host, resolve);
  });
  const named = host.includes(':') ? `[${host}]` : host;
  return `http://${named}:${(server.address() as AddressInfo).port}/`;
}
