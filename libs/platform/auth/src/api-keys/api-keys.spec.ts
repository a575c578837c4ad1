import { newToken, type ApiKey } from './api-key';
import { ApiKeys } from './api-keys';
import type { ApiKeysRepository } from './api-keys.repository';

it('a key that was read before its revocation is not remembered after it', async () => {
  const answers: ((key: ApiKey | null) => void)[] = [];
  const find = (): Promise<ApiKey | null> => new Promise((answer) => answers.push(answer));
  const keys = new ApiKeys({ find } as unknown as ApiKeysRepository);
  const token = newToken('publishable');
  const early = keys.findPublishable(token);
  keys.forget();
  answers[0]?.({ id: 'k' } as ApiKey);
  expect(await early).toEqual({ id: 'k' });
  const late = keys.findPublishable(token);
  answers[1]?.(null);
  expect(await late).toBeNull();
});
