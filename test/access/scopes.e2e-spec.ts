import { call, type Json, type Reply } from '../support/http';
import { aStore, type StoreMade } from '../support/tandem';
import { ADMIN_ROUTES } from './admin-routes';
import { shape } from './callers';
import { fill, idsFor, type Ids } from './fixtures';
import { ScopedKeys, SCOPES } from './scoped-keys';

// What a secret key may do: every admin route of both dialects × the key's scopes.

const SCOPED = ADMIN_ROUTES.filter(([, , , , scope]) => scope !== undefined);

let store: StoreMade;
let keys: ScopedKeys;

beforeAll(async () => {
  store = await aStore();
  keys = new ScopedKeys(store);
});

const lacksScope = (path: string, scope: string): Json =>
  path.startsWith('/api/v3')
    ? {
        error: {
          code: 'access_denied',
          message: `API key lacks scope: ${scope}`,
          details: { required_scope: scope },
        },
      }
    : { type: 'forbidden', message: `API key lacks scope: ${scope}` };

describe.each(SCOPED)('%s %s', (...[method, path, body, statuses, scope]) => {
  let ids: Ids;
  const ask = async (...scopes: string[]): Promise<Reply> =>
    call(method, fill(path, ids), {
      headers: await keys.headers(path, ...scopes),
      body: body && fill(JSON.stringify(body), ids),
    });

  beforeAll(async () => {
    ids = await idsFor(store, path + JSON.stringify(body ?? ''));
  });

  if (typeof scope === 'string') {
    const covering = [scope, scope.replace('read_', 'write_')];
    const others = SCOPES.filter((name) => !covering.includes(name));
    const tooLittle = scope.startsWith('write_') ? [others, ['read_all']] : [others];

    it(`a key with all scopes but ${scope} is refused, and a read-only key for a write`, async () => {
      for (const scopes of tooLittle) {
        await keys.headers(path, ...scopes);
        const before = await keys.written();
        const reply = await ask(...scopes);
        expect([reply.status, reply.body]).toEqual([403, lacksScope(path, scope)]);
        expect(await keys.written()).toEqual(before);
      }
    });
  }

  it(`a key with only ${scope ?? 'any scope'} is accepted`, async () => {
    const reply = await ask(scope ?? 'read_dashboard');
    expect([reply.status, reply.status < 400 || scope === null ? '' : reply.text]).toEqual([statuses[8], '']);
  });
});

it('the API document names the scope of each route in this table, which lists every admin route', async () => {
  const { body } = await call('GET', '/docs/admin/openapi.json');
  const documented = Object.entries<Record<string, Json>>(body.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => [
      shape(`${verb.toUpperCase()} ${path}`),
      operation['x-required-scope'],
    ]),
  );
  const expected = ADMIN_ROUTES.map(([method, path, , , scope]) => [
    shape(`${method} ${path}`),
    scope === null ? 'none' : scope,
  ]);
  expect(documented.sort()).toEqual(expected.sort());
});

it('write implies read, read_all reads everything, write_all allows everything', async () => {
  const reads = ADMIN_ROUTES.filter(([method, path, , [, , , , , , , , own = 0]]) => {
    return method === 'GET' && !path.includes(':') && own === 200;
  });
  expect(reads.length).toBeGreaterThan(10);
  for (const [method, path, , , scope] of reads) {
    const statusOf = async (granted: string): Promise<number> =>
      (await call(method, path, { headers: await keys.headers(path, granted) })).status;
    const write = scope?.replace('read_', 'write_') ?? 'read_all';
    expect([path, await statusOf(write), await statusOf('read_all'), await statusOf('write_all')]).toEqual([
      path,
      200,
      200,
      200,
    ]);
  }
});
