import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { postOnce, type Posted } from './post-once';

let server: Server;
let requestCount = 0;

const serve = async (listener: RequestListener): Promise<number> => {
  requestCount = 0;
  server = createServer((request, response) => {
    requestCount++;
    listener(request, response);
  }).listen(0);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const post = (url: string, allowPrivate: boolean, timeLimitMs = 2000): Promise<Posted> =>
  postOnce(
    { url, headers: { 'content-type': 'application/json' }, body: '{}' },
    { allowPrivate, timeLimitMs },
  );

it.each([
  '127.0.0.1',
  '127.1',
  '0x7f000001',
  '2130706433',
  '0177.0.0.1',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '0.0.0.0',
  'localhost',
])('%s is not connected to', async (host) => {
  const port = await serve((_, response) => response.end());
  expect(await post(`http://${host}:${port}/`, false)).toEqual({
    is: 'unanswered',
    error: 'the address is not public',
  });
  expect(requestCount).toBe(0);
  // Shows that the same address is reachable.
  if (host !== '[::1]') expect((await post(`http://${host}:${port}/`, true)).is).toBe('answered');
});

it('stores the first KiB of a response, without NUL characters', async () => {
  const port = await serve((_, response) => response.writeHead(201).end(`a\0b${'x'.repeat(5000)}`));
  const response = await post(`http://127.0.0.1:${port}/`, true);
  expect(response).toEqual({ is: 'answered', status: 201, body: `ab${'x'.repeat(1021)}` });
});

it('a redirect is not followed', async () => {
  const port = await serve((_, response) => response.writeHead(307, { location: '/there' }).end());
  expect(await post(`http://127.0.0.1:${port}/`, true)).toEqual({ is: 'answered', status: 307, body: '' });
  expect(requestCount).toBe(1);
});

it('a hanging request times out', async () => {
  const port = await serve(() => undefined);
  expect(await post(`http://127.0.0.1:${port}/`, true, 200)).toEqual({
    is: 'unanswered',
    error: 'no response in time',
  });
});

it('an endless body is cut off at the timeout', async () => {
  const port = await serve((_, response) => response.writeHead(200).write('so far'));
  expect(await post(`http://127.0.0.1:${port}/`, true, 200)).toEqual({
    is: 'answered',
    status: 200,
    body: 'so far',
  });
});

it('switching protocols counts as no response', async () => {
  const port = await serve(() => undefined);
  server.removeAllListeners('request');
  server.on('request', ({ socket }) =>
    socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
  );
  expect(await post(`http://127.0.0.1:${port}/`, true)).toEqual({ is: 'unanswered', error: 'no response' });
});

it('a closed port is reported by its code only', async () => {
  const port = await serve(() => undefined);
  server.close();
  await once(server, 'close');
  expect(await post(`http://127.0.0.1:${port}/`, true)).toEqual({ is: 'unanswered', error: 'ECONNREFUSED' });
});
