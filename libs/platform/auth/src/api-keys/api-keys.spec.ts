import { newToken, type ApiKey } from './api-key';
import { ApiKeys } from './api-keys';
import type { ApiKeysRepository } from './api-keys.repository';

it('a key that was read before its revocation is not cached after it', async () => {
  const resolvers: ((key: ApiKey | null) => void)[] = [];
  const findByToken = (): Promise<ApiKey | null> => new Promise((resolve) => resolvers.push(resolve));
  const keys = new ApiKeys({ findByToken } as unknown as ApiKeysRepository);
  const token = newToken('publishable');
  const early = keys.findPublishable(token);
  keys.invalidate();
  resolvers[0]?.({ id: 'k' } as ApiKey);
  expect(await early).toEqual({ id: 'k' });
  const late = keys.findPublishable(token);
  resolvers[1]?.(null);
  expect(await late).toBeNull();
});
