import { connect, type Socket } from 'node:net';
import type { Request } from './load';

const HEAD_END = '\r\n\r\n';
const LAST_CHUNK = '0\r\n\r\n';
const LENGTH = 'content-length: ';

/** One keep-alive connection with at most one request in flight. Reads only the status, so that it costs the machine little. */
export class Connection {
  private socket: Socket | null = null;
  private received = '';
  private settle: ((status: number) => void) | null = null;

  constructor(private readonly url: URL) {}

  /** The status of the response; 0 for a reset. */
  send(request: Request): Promise<number> {
    return new Promise((resolve) => {
      this.settle = resolve;
      (this.socket ??= this.open()).write(this.textOf(request));
    });
  }

  close(): void {
    this.socket?.destroy();
  }

  private open(): Socket {
    const socket = connect({ port: Number(this.url.port), host: this.url.hostname, noDelay: true });
    socket.setEncoding('latin1');
    socket.on('data', (part: string) => this.read(part));
    socket.on('error', () => undefined);
    socket.on('close', () => this.end(0));
    return socket;
  }

  private textOf({ method, path, headers, body }: Request): string {
    let head = `${method} ${path} HTTP/1.1\r\nhost: ${this.url.host}\r\n`;
    for (const name in headers) head += `${name}: ${headers[name]}\r\n`;
    return body === undefined ? `${head}\r\n` : `${head}content-length: ${body.length}${HEAD_END}${body}`;
  }

  private read(part: string): void {
    this.received += part;
    const headEnd = this.received.indexOf(HEAD_END);
    if (headEnd >= 0 && this.isWhole(headEnd)) this.end(Number(this.received.slice(9, 12)));
  }

  private isWhole(headEnd: number): boolean {
    const head = this.received.slice(0, headEnd).toLowerCase();
    const at = head.indexOf(LENGTH);
    if (at < 0) return !head.includes('transfer-encoding: chunked') || this.received.endsWith(LAST_CHUNK);
    return this.received.length >= headEnd + HEAD_END.length + parseInt(head.slice(at + LENGTH.length), 10);
  }

  private end(status: number): void {
    if (status === 0) this.socket = null;
    this.received = '';
    const settle = this.settle;
    this.settle = null;
    settle?.(status);
  }
}
