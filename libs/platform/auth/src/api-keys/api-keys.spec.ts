import { newToken, type ApiKey } from './api-key';
import { ApiKeys } from './api-keys';
import type { ApiKeysRepository } from './api-keys.repository';

it('a key that was read before its revocation is not remembered after it', async () => {
  const responses: ((key: ApiKey | null) => void)[] = [];
  const findByToken = (): Promise<ApiKey | null> => new Promise((response) => responses.push(response));
  const keys = new ApiKeys({ findByToken } as unknown as ApiKeysRepository);
  const token = newToken('publishable');
  const early = keys.findPublishable(token);
  keys.invalidate();
  responses[0]?.({ id: 'k' } as ApiKey);
  expect(await early).toEqual({ id: 'k' });
  const late = keys.findPublishable(token);
  responses[1]?.(null);
  expect(await late).toBeNull();
});
