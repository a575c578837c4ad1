import { retryTransient } from './retry-transient';

const failing = (code: string, times: number) => {
  let runs = 0;
  return async (): Promise<number> => {
    runs += 1;
    if (runs <= times) throw Object.assign(new Error(code), { code });
    return Promise.resolve(runs);
  };
};

it('runs again what deadlocked', async () => {
  expect(await retryTransient(failing('40P01', 2))).toBe(3);
});

it('passes on what will not go away', async () => {
  await expect(retryTransient(failing('42601', 1))).rejects.toThrow('42601');
});
