import { randomUUID } from 'node:crypto';
import { call, type Reply } from '../../support/http';
import type { Server } from '../../support/server-process';
import { anotherServer, aStore, type StoreMade } from '../../support/tandem';

// A visitor who opens a cart has no identity yet: the Idempotency-Key is scoped to the store and the client's address.

let store: StoreMade;
let other: StoreMade;
let server: Server;

beforeAll(async () => {
  [store, other] = [await aStore(), await aStore()];
  server = await anotherServer({ TANDEM_TRUST_PROXY: '1' });
});
afterAll(() => server.stop());

interface Sent {
  readonly path: string;
  readonly key: string;
  readonly metadata?: string;
  readonly address?: string;
  readonly of?: StoreMade;
}

const open = ({ path, key, metadata = 'a', address = '192.0.2.1', of = store }: Sent): Promise<Reply> =>
  call('POST', path, {
    headers: {
      [path.startsWith('/api') ? 'x-spree-api-key' : 'x-publishable-api-key']: of.publishable_key,
      'idempotency-key': key,
      'x-forwarded-for': address,
    },
    body: { metadata: { note: metadata } },
    server: server.url,
  });

const idOf = ({ body }: Reply): string => (body.cart?.id ?? body.id) as string;

const isReplay = ({ headers }: Reply): boolean => headers.get('idempotent-replayed') === 'true';

describe.each(['/api/v3/store/carts', '/api/v3/store/cart', '/store/carts'])('POST %s', (path) => {
  it('creates one cart for a visitor’s repeated request, also when both arrive at once', async () => {
    const key = randomUUID();
    const replies = await Promise.all([open({ path, key }), open({ path, key })]);
    replies.push(await open({ path, key }));
    expect(replies.map(({ status }) => status < 300)).toEqual([true, true, true]);
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(replies.filter(isReplay)).toHaveLength(2);
  });

  it('refuses the key with another body', async () => {
    const key = randomUUID();
    await open({ path, key });
    const reply = await open({ path, key, metadata: 'b' });
    expect([reply.status, isReplay(reply)]).toEqual([422, false]);
  });

  it('does not replay a cart to another address or in another store', async () => {
    const key = randomUUID();
    const first = await open({ path, key });
    const others = [
      await open({ path, key, address: '192.0.2.2' }),
      await open({ path, key, of: other }),
      await open({ path, key: randomUUID() }),
    ];
    expect(others.map(isReplay)).toEqual([false, false, false]);
    expect(new Set([first, ...others].map(idOf)).size).toBe(4);
  });
});
