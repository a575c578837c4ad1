import fc from 'fast-check';
import { mergeAccounts, accountsFrom, type OpenedMethod } from './gateway-account';
import type { Settings } from './payment-method';

const opened = (id: string, storeId: string, more: Partial<OpenedMethod> & { settings?: Settings } = {}) => ({
  method: { id, storeId, providerId: 'pp', settings: more.settings ?? {} },
  secrets: more.secrets === undefined ? { key: 'a' } : more.secrets,
});

it('methods with the same settings are one account, the newest first', () => {
  const { accounts, isComplete } = accountsFrom('pp', [opened('1', 's'), opened('2', 't'), opened('3', 's')]);
  expect(accounts).toEqual([
    {
      ...{ providerId: 'pp', providerIds: ['pp'], storeIds: ['s', 't'] },
      ...{ methodIds: ['3', '2', '1'], settings: { key: 'a' } },
    },
  ]);
  expect(isComplete).toBe(true);
});

it('methods with other settings or other secrets are apart, in whatever order those are written', () => {
  const same = [
    opened('1', 's', { settings: { x: 1, y: 2 }, secrets: { key: 'a' } }),
    opened('2', 's', { settings: { y: 2, x: 1 }, secrets: { key: 'a' } }),
  ];
  const other = opened('3', 's', { settings: { x: 1, y: 2 }, secrets: { key: 'b' } });
  const { accounts } = accountsFrom('pp', [...same, other]);
  expect(accounts.map(({ methodIds }) => methodIds)).toEqual([['3'], ['2', '1']]);
});

it('a method whose secrets cannot be opened belongs to no account, and is reported', () => {
  const { accounts, isComplete } = accountsFrom('pp', [
    opened('1', 's', { secrets: null }),
    opened('2', 's'),
  ]);
  expect(accounts.flatMap(({ methodIds }) => methodIds)).toEqual(['2']);
  expect(isComplete).toBe(false);
});

const methods = fc.array(
  fc.record({
    store: fc.constantFrom('s', 't'),
    secrets: fc.option(fc.record({ key: fc.constantFrom('a', 'b') })),
  }),
  { maxLength: 6 },
);

it('each readable method is in one account, with none that has other secrets', () => {
  fc.assert(
    fc.property(methods, (some) => {
      const all = some.map(({ store, secrets }, i) => opened(String(i), store, { secrets }));
      const { accounts } = accountsFrom('pp', all);
      const readable = all.filter(({ secrets }) => secrets !== null);
      const ids = accounts.flatMap(({ methodIds }) => methodIds);
      expect([...ids].sort()).toEqual(readable.map(({ method }) => method.id).sort());
      for (const { methodIds, settings } of accounts)
        for (const id of methodIds) expect(all[Number(id)]?.secrets).toEqual(settings);
    }),
  );
});

it('what one account reads is about all whose secret fits, each once', () => {
  const base = { providerId: 'pp', providerIds: ['pp'], storeIds: ['s'], settings: { key: 'a' } };
  const reader = { ...base, methodIds: ['1'] };
  const other = { ...base, providerIds: ['pp', 'qq'], storeIds: ['t'], methodIds: ['2'], settings: {} };
  expect(mergeAccounts(reader, [other, reader])).toEqual({
    ...{ providerId: 'pp', providerIds: ['pp', 'qq'], storeIds: ['s', 't'] },
    ...{ methodIds: ['1', '2'], settings: { key: 'a' } },
  });
});
