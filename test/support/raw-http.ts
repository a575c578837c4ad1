import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Json } from './http';
import { baseUrl } from './tandem';

/** A request with exactly the given headers: HTTP clients add a Content-Type or a length. */
export interface RawCall {
  /** Names and values in turn; a name may occur twice. */
  readonly headers: readonly string[];
  /** Several chunks are sent with Transfer-Encoding: chunked; one with Content-Length; null with neither. */
  readonly body: Buffer | readonly Buffer[] | null;
}

export interface RawReply {
  readonly status: number;
  /** Parsed, or the text if it is not a JSON object. */
  readonly body: Json;
}

const EOL = '\r\n';

export function rawCall(method: string, path: string, { headers, body }: RawCall): Promise<RawReply> {
  const { hostname, port, host } = new URL(baseUrl);
  const lines = ['host', host, 'connection', 'close', ...headers, ...framing(body)];
  const fields = lines.flatMap((name, i) => (i % 2 === 0 ? [`${name}: ${lines[i + 1]}${EOL}`] : []));
  return new Promise((resolve, reject) => {
    const received: Buffer[] = [];
    connect(Number(port), hostname)
      .on('data', (part) => received.push(part))
      .on('error', reject)
      .on('end', () => resolve(read(Buffer.concat(received).toString())))
      .write(
        Buffer.concat([
          Buffer.from(`${method} ${path} HTTP/1.1${EOL}${fields.join('')}${EOL}`),
          framed(body),
        ]),
      );
  });
}

function framing(body: RawCall['body']): string[] {
  if (body === null) return [];
  return Buffer.isBuffer(body) ? ['content-length', String(body.length)] : ['transfer-encoding', 'chunked'];
}

function framed(body: RawCall['body']): Buffer {
  if (body === null || Buffer.isBuffer(body)) return body ?? Buffer.alloc(0);
  const chunks = body.flatMap((chunk) => [
    Buffer.from(chunk.length.toString(16) + EOL),
    chunk,
    Buffer.from(EOL),
  ]);
  return Buffer.concat([...chunks, Buffer.from(`0${EOL}${EOL}`)]);
}

function read(reply: string): RawReply {
  const [head = '', text = ''] = reply.split(EOL + EOL);
  return { status: Number(head.split(' ')[1]), body: text.startsWith('{') ? JSON.parse(text) : text };
}

/** A request whose last line is still missing: the server has started to read it. */
export class HalfSent {
  private readonly received: Buffer[] = [];

  private constructor(private readonly socket: Socket) {
    socket.on('data', (part: Buffer) => this.received.push(part));
  }

  static async get(url: string): Promise<HalfSent> {
    const { hostname, port, host } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    const half = new HalfSent(socket);
    // A first complete request, to show that the server reads what follows.
    const head = `GET /health/live HTTP/1.1${EOL}host: ${host}${EOL}`;
    socket.write(`${head}${EOL}${head}`);
    await once(socket, 'data');
    return half;
  }

  /** Sends the rest. Returns everything received until the server closes the connection. */
  async finish(): Promise<string> {
    this.received.splice(0);
    this.socket.write(EOL);
    await once(this.socket, 'end');
    return Buffer.concat(this.received).toString();
  }
}
