import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { baseUrl } from '../../support/tandem';

// A body that is too large is refused as soon as its size is known, and the connection is closed.

const TOO_LARGE = 20_000_000;

/** Sends the headers and only the first bytes of a body; returns the response once the connection is closed. */
async function responseTo(path: string, framing: string, body: string): Promise<string> {
  const { hostname, port, host } = new URL(baseUrl);
  const socket: Socket = connect(Number(port), hostname);
  const received: Buffer[] = [];
  socket.on('data', (part: Buffer) => received.push(part)).on('error', () => undefined);
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n${framing}\r\n\r\n${body}`,
  );
  await once(socket, 'close');
  return Buffer.concat(received).toString();
}

const chunk = (size: number): string => `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n`;

it.each([
  ['/api/v3/store/carts', 'request_too_large'],
  ['/store/carts', 'invalid_data'],
  ['/hooks/payment/stripe_stripe', 'invalid_data'],
])(
  '%s answers 413 before the whole body has arrived',
  async (path, code) => {
    for (const [framing, body] of [
      [`Content-Length: ${TOO_LARGE}`, '{"a":"'],
      ['Transfer-Encoding: chunked', chunk(60_000) + chunk(60_000)],
    ] as const) {
      const response = await responseTo(path, framing, body);
      expect(response).toMatch(/^HTTP\/1.1 413 /);
      expect(response).toMatch(/\r\nconnection: close\r\n/i);
      expect(response).toContain(code);
    }
  },
  30_000,
);

it('a client that sends the whole body still receives the response', async () => {
  const body = JSON.stringify({ a: 'x'.repeat(TOO_LARGE) });
  const reply = await fetch(`${baseUrl}/store/carts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(reply.status).toBe(413);
});
