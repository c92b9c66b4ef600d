// A client that costs as little as possible, so that servers are compared and not clients: one
// keep-alive socket, one request at a time, bodies counted and not read.
import net from 'node:net';

/** @returns the bytes of one POST of JSON to /graphql */
export function post(url: string, body: string): Buffer {
  const { host, pathname } = new URL(url);
  return Buffer.from(
    `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\naccept: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

const END = Buffer.from('\r\n\r\n');
const LAST_CHUNK = '0\r\n\r\n';

export class Connection {
  private readonly url: URL;
  private socket: net.Socket | undefined;
  private done: ((status: number) => void) | undefined;

  constructor(url: string) {
    this.url = new URL(url);
  }

  private open(): Promise<net.Socket> {
    return new Promise((resolve, reject) => {
      const socket = net.connect(Number(this.url.port), this.url.hostname, () => resolve(socket));
      socket.setNoDelay(true);
      socket.once('error', reject);
      let head = Buffer.alloc(0);
      let status = 0;
      let left = -1;
      let tail = '';
      const finish = () => {
        status = status || 599;
        const { done } = this;
        head = Buffer.alloc(0);
        left = -1;
        tail = '';
        this.done = undefined;
        done?.(status);
        status = 0;
      };
      socket.on('close', () => {
        this.socket = undefined;
        if (this.done) finish();
      });
      socket.on('data', (data) => {
        let body = data;
        if (status === 0) {
          head = Buffer.concat([head, data]);
          const end = head.indexOf(END);
          if (end < 0) return;
          const text = head.toString('latin1', 0, end);
          status = Number(text.slice(9, 12));
          left = Number(/content-length: *(\d+)/i.exec(text)?.[1] ?? -1);
          body = head.subarray(end + END.length);
        }
        if (left >= 0) {
          left -= body.length;
          if (left <= 0) finish();
        } else {
          tail = (tail + body.toString('latin1')).slice(-LAST_CHUNK.length);
          if (tail === LAST_CHUNK) finish();
        }
      });
    });
  }

  /** @returns the status; 599 when the connection was lost */
  async send(request: Buffer): Promise<number> {
    this.socket ??= await this.open();
    return new Promise((resolve) => {
      this.done = resolve;
      this.socket!.write(request);
    });
  }

  close(): void {
    this.done = undefined;
    this.socket?.destroy();
  }
}
