import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { postOnce, type Posted } from './post-once';

let server: Server;
let reached = 0;

const serve = async (listener: RequestListener): Promise<number> => {
  reached = 0;
  server = createServer((request, response) => {
    reached++;
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
  expect(reached).toBe(0);
  // What shows that the same address is there to be reached.
  if (host !== '[::1]') expect((await post(`http://${host}:${port}/`, true)).is).toBe('answered');
});

it('an answer is kept by its first KiB, without what a database cannot hold', async () => {
  const port = await serve((_, response) => response.writeHead(201).end(`a\0b${'x'.repeat(5000)}`));
  const answer = await post(`http://127.0.0.1:${port}/`, true);
  expect(answer).toEqual({ is: 'answered', status: 201, body: `ab${'x'.repeat(1021)}` });
});

it('a redirect is not followed', async () => {
  const port = await serve((_, response) => response.writeHead(307, { location: '/there' }).end());
  expect(await post(`http://127.0.0.1:${port}/`, true)).toEqual({ is: 'answered', status: 307, body: '' });
  expect(reached).toBe(1);
});

it('one that hangs is left when its time is over', async () => {
  const port = await serve(() => undefined);
  expect(await post(`http://127.0.0.1:${port}/`, true, 200)).toEqual({
    is: 'unanswered',
    error: 'no answer in time',
  });
});

it('a body that never ends is left when its time is over', async () => {
  const port = await serve((_, response) => response.writeHead(200).write('so far'));
  expect(await post(`http://127.0.0.1:${port}/`, true, 200)).toEqual({
    is: 'answered',
    status: 200,
    body: 'so far',
  });
});

it('one that switches protocols has not answered', async () => {
  const port = await serve(() => undefined);
  server.removeAllListeners('request');
  server.on('request', ({ socket }) =>
    socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
  );
  expect(await post(`http://127.0.0.1:${port}/`, true)).toEqual({ is: 'unanswered', error: 'no answer' });
});

it('a closed port is named by its code alone', async () => {
  const port = await serve(() => undefined);
  server.close();
  await once(server, 'close');
  expect(await post(`http://127.0.0.1:${port}/`, true)).toEqual({ is: 'unanswered', error: 'ECONNREFUSED' });
});
